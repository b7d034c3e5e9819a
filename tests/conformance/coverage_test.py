"""What the cases of nsemu-conform cover: coverage_test.py CONFORM BASE.

Each assumption that a case names is one of the emulator's, each of those has a case or a reason why
it has none, and each operation has a case that was written for it, beside those that the WSDL gives
to all.
"""
import json
import re
import subprocess
import sys
import urllib.parse
import urllib.request

# Assumptions that one caller cannot try over SOAP alone.
NOT_TRIED = {
    'A-ACCESS-TOKEN': 'access tokens come from elsewhere, and end after an hour',
    'A-ANONYMOUS': 'it is a setting of the server',
    'A-NOT-IMPLEMENTED': 'no real server lacks an operation',
    'A-ONLINE-RESTRICTED': 'it needs a second application',
    'A-SECRET-LOST': 'it needs the files of the server',
    'A-SEED': 'it is about a new installation',
    'A-SERVICE-PASSWORD': 'it needs the files of the server',
}

# What the WSDL alone says of every operation (cases/every_operation.cpp).
OF_EVERY = re.compile(r'is refused without Credentials|is refused with a ticket that nobody has'
                      r'|is not known by the action of the other service'
                      r'|that is (no value of its type|nil|empty) is a fault')


def main(conform, base):
    lines = subprocess.run([conform, 'list'], capture_output=True, text=True,
                           check=True).stdout.splitlines()
    origin = '{0.scheme}://{0.netloc}'.format(urllib.parse.urlsplit(base))

    def admin(name):
        with urllib.request.urlopen(f'{origin}/__admin/{name}') as answer:
            return json.load(answer)

    known = {one['id'] for one in admin('assumptions')['assumptions']}
    named = set(re.findall(r'assumption (A-[A-Z-]+)', '\n'.join(lines)))
    operations = {one['operation'] for one in admin('operations')['operations']}
    written = {line.split(':')[0] for line in lines if not OF_EVERY.search(line)}
    problems = [f'a case names {one}, which is no assumption' for one in named - known]
    problems += [f'{one} has no case' for one in known - named - set(NOT_TRIED)]
    problems += [f'{one} has a case; take it from NOT_TRIED' for one in named & set(NOT_TRIED)]
    problems += [f'{one} is no assumption any more' for one in set(NOT_TRIED) - known]
    problems += [f'{one} has no case of its own' for one in operations - written]
    if problems:
        sys.exit('\n'.join(sorted(problems)))
    print(f'{len(lines)} cases; {len(named)} of {len(known)} assumptions, all operations')


main(*sys.argv[1:])

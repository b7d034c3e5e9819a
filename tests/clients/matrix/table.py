"""The table client x feature of the README: table.py RESULTS-DIR README NAME...

Prints it from what run_client kept (to the descriptor NSEMU_REPORT, too: ctest keeps to itself what
a test prints), and fails when a client's result is missing or when the README has another table
between its two comments.
"""
import contextlib
import os
import pathlib
import re
import sys

TITLES = {'zeep': 'Python, zeep', 'suds': 'Python, suds', 'php': 'PHP, SoapClient',
          'node': 'Node, soap', 'soap-lite': 'Perl, SOAP::Lite', 'gsoap': 'C++, gSOAP',
          'java': 'Java, JAX-WS', 'wcf': "C#, Mono's WCF"}


def row(results, name):
    file = results / f'{name}.txt'
    if not file.exists():
        sys.exit(f'{name} has no result: it did not run, or failed')
    cells = []
    for line in file.read_text().splitlines():
        cells.append('yes' if line.startswith('ok ') else 'no: ' + line.split(': ', 1)[1])
    return f'| {TITLES[name]} | ' + ' | '.join(cells) + ' |'


def main(results, readme, *names):
    features = (pathlib.Path(__file__).parent / 'features').read_text().split('\n')[:-1]
    lines = ['| client | ' + ' | '.join(features) + ' |', '|---' * (len(features) + 1) + '|']
    lines += [row(pathlib.Path(results), name) for name in names]
    table = '\n'.join(lines)
    print(table)
    report = '\nWhat each client was seen to do:\n\n' + table + '\n\n'
    with contextlib.suppress(KeyError, OSError):
        os.write(int(os.environ['NSEMU_REPORT']), report.encode())
    kept = re.search(r'<!-- client matrix -->\n(.*?)\n<!-- /client matrix -->',
                     pathlib.Path(readme).read_text(), re.DOTALL)
    if not kept or kept.group(1).strip() != table:
        sys.exit('the table in the README is another one: put this one there')


main(*sys.argv[1:])

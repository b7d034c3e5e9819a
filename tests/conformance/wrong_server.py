"""nsemu-conform against a server that is wrong: wrong_server.py KIND CONFORM BASE.

The server is a proxy before a right one, at BASE such as http://127.0.0.1:8086/T1, that breaks what
KIND says. The program must fail, and say what is wrong.
"""
import http.client
import http.server
import re
import subprocess
import sys
import threading
import urllib.parse


class Server(http.server.BaseHTTPRequestHandler):
    """Passes on what comes, as it is; each kind of wrong server changes one of the two ways."""
    protocol_version = 'HTTP/1.1'
    target = None
    valid_ticket = b''

    def change_request(self, body):
        return body

    def change_answer(self, body):
        return body

    def do_POST(self):
        body = self.rfile.read(int(self.headers['Content-Length']))
        names = [name for name in ('Content-Type', 'SOAPAction') if name in self.headers]
        self.pass_on(self.change_request(body), {name: self.headers[name] for name in names})

    def do_GET(self):
        self.pass_on(b'', {})

    def pass_on(self, body, headers):
        connection = http.client.HTTPConnection(self.target.hostname, self.target.port, timeout=20)
        connection.request(self.command, self.path, body or None, headers)
        answer = connection.getresponse()
        content = self.change_answer(answer.read())
        connection.close()
        self.send_response(answer.status)
        self.send_header('Content-Type', answer.headers.get('Content-Type', ''))
        self.send_header('Content-Length', str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


class IgnoresFlags(Server):
    def change_request(self, body):
        return re.sub(rb'(<ExternalUserInfoModification>)[^<]*', rb'\1', body)


class RefusesSoap12(Server):
    def do_POST(self):
        if self.headers['Content-Type'].startswith('text/xml'):
            super().do_POST()
            return
        self.send_response(415)
        self.send_header('Content-Length', '0')
        self.end_headers()
        self.close_connection = True


class DropsHeaders(Server):
    def change_answer(self, body):
        return re.sub(rb'<s:Header>.*</s:Header>', b'', body, flags=re.DOTALL)


class AcceptsAnyTicket(Server):
    def change_request(self, body):
        return re.sub(rb'(<h:Ticket>)[^<]*', rb'\g<1>' + Server.valid_ticket, body)

    def change_answer(self, body):
        ticket = re.search(rb'<Ticket>([^<]+)</Ticket>', body)
        if ticket and not Server.valid_ticket:
            Server.valid_ticket = ticket.group(1)
        return body


class SwapsHeaders(Server):
    def change_answer(self, body):
        return re.sub(rb'(<h:ExtraInfo[^>]*/>)(<h:Succeeded.*?</h:Succeeded>)', rb'\2\1', body)


class LosesTimeZone(Server):
    def change_answer(self, body):
        return re.sub(rb'<TimeZone .*</TimeZone>', b'<h:TimeZone i:nil="true" xmlns:h="http://'
                      b'www.superoffice.net/ws/crm/NetServer/Services86" xmlns:i="http://www.w3.org'
                      b'/2001/XMLSchema-instance"/>', body, flags=re.DOTALL)


class ClearsRights(Server):
    def change_request(self, body):
        return re.sub(rb'(<FunctionalRightIds>).*(</FunctionalRightIds>)', rb'\1\2', body)


class FindsStranger(Server):
    """Whoever is sought, it is ext1 of the seed, who must still be there after the run."""
    def change_request(self, body):
        body = re.sub(rb'(<ResolveUserFromInfo [^>]*><ContactId>)\d+', rb'\g<1>2', body)
        return re.sub(rb'(<Emails><a:string>)[^<]*', rb'\1ext1@fjord.example', body)


class FindsStrangerLater(FindsStranger):
    """Not until the run has a person."""
    def change_request(self, body):
        is_first = b'<PersonName>Conform conform-' in body and b'<PhoneNumbers><a:' in body
        return body if is_first else super().change_request(body)


class RenewsTickets(Server):
    def change_answer(self, body):
        ticket = re.search(rb'<Ticket>([^<]+)</Ticket>', body)
        if ticket and ticket.group(1) == Server.valid_ticket:
            return body.replace(ticket.group(1), ticket.group(1)[:-4] + b'AAA=')
        Server.valid_ticket = ticket.group(1) if ticket else Server.valid_ticket
        return body


# The kind: the server, the case that must fail, and what must be said of it.
KINDS = {
    'ignores-flags': (IgnoresFlags, 'SetExternalUserInfo: flags \'UserName\' change just that',
                      r"Response/UserName is 'conform-\S+', expected 'conform-\S+'"),
    'drops-headers': (DropsHeaders, 'GetUserInfo: is refused with a ticket that nobody has',
                      'the headers are none; expected ExceptionInfo, ExtraInfo, Succeeded'),
    'accepts-any-ticket': (AcceptsAnyTicket,
                           'GetUserInfo: is refused with a ticket that nobody has',
                           'expected Succeeded false, SoSessionException: Authentication failed!; '
                           'found HTTP 200, Succeeded true'),
    'swaps-headers': (SwapsHeaders, 'GetUserInfo: is refused with a ticket that nobody has',
                      'the headers are ExceptionInfo, Succeeded, ExtraInfo, TimeZone'),
    'loses-time-zone': (LosesTimeZone,
                        'Headers: TimeZone comes back as it was sent, with a refusal too',
                        "SoTimeZoneId is '', expected '261'"),
    'finds-stranger': (FindsStranger, 'GetUserInfo: GrantedLicenses are full names',
                       'ResolveUserFromInfo finds user 101 for a name that nobody has'),
    'finds-stranger-later': (FindsStrangerLater,
                             'ResolveUserFromInfo: finds by address, else by name, in any case',
                             "Response/User/AssociateId is '101'"),
    'renews-tickets': (RenewsTickets, 'Ticket: as a user name it comes back as it is',
                       'it is another ticket'),
    # No wrong server, but one of which a tag is out of date.
    'refuses-soap12': (RefusesSoap12,
                       'Message: SOAP 1.2 as application/soap+xml is refused with 415',
                       'it passes, though its tag says that it fails here'),
    'clears-rights': (ClearsRights, 'SetFunctionalRights: replaces the set',
                      'two rights were set'),
}


def check_stranger(conform, base):
    """A user that no run has made is there after each."""
    run = subprocess.run([conform, '--url', base, '--user', 'ext1@fjord.example', '--password',
                          'ext1', '--only', 'GetSystemInfo*'],
                         capture_output=True, text=True, timeout=120, check=False)
    if run.returncode != 0:
        sys.exit(f'ext1 is gone: {run.stderr}')


def main(kind, conform, base):
    handler, case, said = KINDS[kind]
    handler.target = urllib.parse.urlsplit(base)
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f'http://127.0.0.1:{server.server_address[1]}{handler.target.path}'
    run = subprocess.run([conform, '--url', url, '--user', 'ADM0', '--password', 'adm0',
                          '--only', case],
                         capture_output=True, text=True, timeout=120, check=False)
    server.shutdown()
    told = re.search(rf'^(failed|passed against its tag): {re.escape(case)}\n    .*{said}',
                     run.stdout, re.MULTILINE)
    if run.returncode != 1 or not told:
        print(run.stdout[-4000:], run.stderr[-4000:])
        sys.exit(f'{kind}: exit code {run.returncode}, expected 1 and a failed case "{case}"')
    if re.search('7T:[A-Za-z0-9+/]{20}', run.stdout + run.stderr):
        sys.exit(f'{kind}: a ticket is in what it prints')
    check_stranger(conform, base)
    print(f'{kind}: found out: {told.group(0)}')


main(*sys.argv[1:])

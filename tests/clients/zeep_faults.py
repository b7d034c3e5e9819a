"""The faults of an emulator as python3-zeep shows them: zeep_faults.py BASE."""
import json
import sys
import time
import urllib.request

import requests
import zeep

HOST, TENANT = sys.argv[1].rsplit('/', 1)
BASE = sys.argv[1] + '/Remote/Services86/'
FAULTS = f'{HOST}/__admin/tenants/{TENANT}/faults'
TIMEOUT = 0.3  # Seconds; zeep's own is 300.
XML_ERROR = 'with invalid XML'


def admin(method, path='', body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(FAULTS + path, data, method=method)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def outcome(call):
    """The answer, or what zeep raises instead."""
    try:
        return call()
    except Exception as error:  # pylint: disable=broad-except
        return error


def expect(error, kind, text='', status=None):
    assert type(error) is kind, repr(error)
    assert text in str(error), str(error)
    assert status is None or error.status_code == status, error.status_code


def main():
    transport = zeep.transports.Transport(operation_timeout=TIMEOUT)
    user = zeep.Client(BASE + 'User.svc?wsdl', transport=transport).service
    principal = zeep.Client(BASE + 'SoPrincipal.svc?wsdl', transport=transport).service

    def login(name, password):
        return principal.AuthenticateUsernamePassword(UserName=name, Password=password).body

    ticket = login('ADM0', 'adm0').Credentials.Ticket

    def info(its_ticket=ticket):
        headers = {'Credentials': {'Ticket': its_ticket}}
        return user.GetUserInfo(UserInfoId=101, _soapheaders=headers)

    def met(kind, **members):
        added = admin('POST', '', {'operation': 'GetUserInfo', 'kind': kind, **members})
        assert added['consumed'] == 0, added
        result = outcome(info)
        assert admin('GET', f"/{added['id']}")['consumed'] == 1, added
        return result

    header = met('exception', error='not-permitted').header
    assert header.Succeeded is False, header
    assert header.ExceptionInfo.ExceptionType == (
        'SuperOffice.Exceptions.SoIllegalOperationException'), header

    expect(met('fault', message='Out of order'), zeep.exceptions.Fault, 'Out of order')
    expect(met('status', status=503), zeep.exceptions.TransportError, '503', status=503)
    expect(met('hang'), requests.exceptions.ReadTimeout)
    expect(met('delay', delayMs=2 * 1000 * TIMEOUT), requests.exceptions.ReadTimeout)
    start = time.monotonic()
    late = met('delay', delay={'distribution': 'uniform', 'lower': 50, 'upper': 60})
    assert late.header.Succeeded is True
    assert time.monotonic() - start > 0.05
    expect(met('reset'), requests.exceptions.ConnectionError, 'Connection reset by peer')
    expect(met('empty'), zeep.exceptions.TransportError, XML_ERROR, status=200)
    expect(met('truncate'), zeep.exceptions.TransportError, XML_ERROR, status=200)
    expect(met('garble'), zeep.exceptions.TransportError, XML_ERROR, status=200)
    # zeep does not look at the type of an answer.
    assert met('content-type').body.Response.UserName == 'ext1@fjord.example'

    # Without the admin address: by what is sent, or by a header.
    expect(outcome(lambda: login('emulator-fault:fault:down', 'x')), zeep.exceptions.Fault, 'down')
    expect(outcome(lambda: login('ADM0', 'emulator-fault:status:502')),
           zeep.exceptions.TransportError, '502', status=502)
    expect(outcome(lambda: info('emulator-fault:reset')), requests.exceptions.ConnectionError)
    transport.session.headers['X-Emulator-Fault'] = 'exception:user-retired'
    assert info().header.Succeeded is False
    del transport.session.headers['X-Emulator-Fault']

    assert info().header.Succeeded is True
    assert len(admin('DELETE')['faults']) == 11


main()
print('zeep: all faults as expected')

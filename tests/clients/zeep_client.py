"""python3-zeep against a running emulator: zeep_client.py BASE, as http://127.0.0.1:8086/T1."""
import sys

import zeep

BASE = sys.argv[1] + '/Remote/Services86/'


def told(answer):
    """Succeeded and the exception's type; zeep makes an empty object of a nil header."""
    return answer.header.Succeeded, answer.header.ExceptionInfo.ExceptionType


def main():
    principal = zeep.Client(BASE + 'SoPrincipal.svc?wsdl')
    user = zeep.Client(BASE + 'User.svc?singleWsdl')

    def login(name, password):
        return principal.service.AuthenticateUsernamePassword(UserName=name, Password=password).body

    ticket = login('ADM0', 'adm0').Credentials.Ticket
    assert ticket.startswith('7T:'), ticket
    headers = {'Credentials': {'Ticket': ticket}}

    def set_info(**parameters):
        return user.service.SetExternalUserInfo(AssociateId=101, _soapheaders=headers, **parameters)

    def info():
        return user.service.GetUserInfo(UserInfoId=101, _soapheaders=headers).body.Response

    assert told(set_info(UserName='zeep@fjord.example',
                         ExternalUserInfoModification=['UserName'])) == (True, None)
    assert info().UserName == 'zeep@fjord.example'
    assert info().CanLogon is True

    assert told(set_info(Password='sesam', IsActive=False, UserName='not flagged',
                         ExternalUserInfoModification=['Password', 'Active'])) == (True, None)
    assert info().UserName == 'zeep@fjord.example'
    assert info().CanLogon is False
    assert login('zeep@fjord.example', 'sesam').AuthenticationSucceeded is False
    set_info(IsActive=True, ExternalUserInfoModification=['Active'])
    assert login('zeep@fjord.example', 'sesam').AuthenticationSucceeded is True
    assert login('zeep@fjord.example', 'ext1').AuthenticationSucceeded is False

    whole = user.service.GetUser(UserId=101, _soapheaders=headers).body.Response
    assert whole.Person.Firstname == 'Kari' and whole.Role.Id == 10, whole

    headers = {'Credentials': {'Ticket': '7T:bad'}}
    refused = told(user.service.SetExternalUserInfo(
        AssociateId=101, ExternalUserInfoModification=['UserName'], UserName='x',
        _soapheaders=headers))
    assert refused == (False, 'SuperOffice.Exceptions.SoSessionException'), refused


main()
print('zeep: all as expected')

"""zeep against a running emulator: zeep_client.py BASE, such as http://127.0.0.1:8086/Zeep."""
import sys

import features
import zeep


def check(header):
    if header.Succeeded:
        return
    info = header.ExceptionInfo
    pairs = info.Parameters and info.Parameters.SoExceptionInfoParametersKeyValuePair
    raise features.Refused(info.ExceptionType, info.Message, pairs[0].Value if pairs else None)


class Client:
    def __init__(self, base):
        self.principal = zeep.Client(base + '/Remote/Services86/SoPrincipal.svc?wsdl').service
        self.user = zeep.Client(base + '/Remote/Services86/User.svc?singleWsdl').service

    def authenticate(self, name, password):
        answer = self.principal.AuthenticateUsernamePassword(UserName=name, Password=password)
        check(answer.header)
        credentials = answer.body.Credentials
        return answer.body.AuthenticationSucceeded, credentials and credentials.Ticket

    def call(self, ticket, operation, **parameters):
        headers = {'Credentials': {'Ticket': ticket}}
        answer = self.user[operation](**parameters, _soapheaders=headers)
        check(answer.header)
        # A void operation has a body of nothing; what is nil comes as an object of nothing.
        response = getattr(answer.body, 'Response', None)
        values = getattr(response, '__values__', None)
        return None if values and not any(values.values()) else response


features.main(Client(sys.argv[1]), sys.argv[1])

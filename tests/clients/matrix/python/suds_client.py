"""suds against a running emulator: suds_client.py BASE, such as http://127.0.0.1:8086/Suds."""
import sys

import features
from suds.client import Client as Suds


def check(client):
    """suds hands out the body alone; the headers are read from the message."""
    header = client.last_received().childAtPath('Envelope/Header')
    if header.childAtPath('Succeeded').getText() == 'true':
        return
    info = header.childAtPath('ExceptionInfo')
    pair = info.childAtPath('Parameters/SoExceptionInfoParametersKeyValuePair')
    raise features.Refused(info.childAtPath('ExceptionType').getText(),
                           info.childAtPath('Message').getText(),
                           pair and pair.childAtPath('Value').getText())


class Client:
    def __init__(self, base):
        # The answers of a test are not to come from a cache of yesterday's.
        self.principal = Suds(base + '/Remote/Services86/SoPrincipal.svc?wsdl', cache=None)
        self.user = Suds(base + '/Remote/Services86/User.svc?wsdl', cache=None)

    def authenticate(self, name, password):
        answer = self.principal.service.AuthenticateUsernamePassword(name, password)
        check(self.principal)
        credentials = answer.Credentials
        return answer.AuthenticationSucceeded, credentials and str(credentials.Ticket)

    def call(self, ticket, operation, **parameters):
        credentials = self.user.factory.create('SoCredentials')
        credentials.Ticket = ticket
        self.user.set_options(soapheaders={'Credentials': credentials})
        if 'ExternalUserInfoModification' in parameters:
            flags = parameters['ExternalUserInfoModification']
            parameters['ExternalUserInfoModification'] = ' '.join(flags)
        response = getattr(self.user.service, operation)(**parameters)
        check(self.user)
        return response


features.main(Client(sys.argv[1]), sys.argv[1])

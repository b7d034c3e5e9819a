"""The features of the matrix for a client in Python, which brings two functions of its own:

authenticate(name, password): whether the log-in succeeded, and the ticket or None; raises Refused
call(ticket, operation, **parameters): the Response; raises Refused
"""
import sys
import urllib.parse
import urllib.request

FLAGS = ('UserName', 'Password', 'Role', 'Active')
ROLES = {10: 'External user', 13: 'Partner'}


class Refused(Exception):
    """A call with Succeeded false, by the ExceptionInfo among its headers."""

    def __init__(self, exception_type, message, reason):
        super().__init__(f'{exception_type}: {message}')
        self.kind = exception_type.split('.')[-1]
        self.reason = reason


def refusal(action):
    try:
        action()
    except Refused as refused:
        return refused.kind, refused.reason
    return None


def expire_tickets(base):
    parts = urllib.parse.urlsplit(base)
    request = urllib.request.Request(
        f'{parts.scheme}://{parts.netloc}/__admin/tenants{parts.path}/tickets/expire',
        data=b'{}', method='POST')
    urllib.request.urlopen(request).close()


class Features:
    """Each public function is a feature, in their order."""

    def __init__(self, client, base):
        self.client, self.base = client, base
        self.ticket = self.user = None

    def call(self, operation, **parameters):
        return self.client.call(self.ticket, operation, **parameters)

    def set(self, flags, **parameters):
        self.call('SetExternalUserInfo', AssociateId=self.user, **parameters,
                  ExternalUserInfoModification=flags)

    def info(self):
        return self.call('GetUserInfo', UserInfoId=self.user)

    def log_in(self, name='ADM0', password='adm0'):
        succeeded, self.ticket = self.client.authenticate(name, password)
        assert succeeded and self.ticket.startswith('7T:')

    def create(self):
        self.user = int(self.call('CreateExternalUser', PersonId=504, UserName='py@fjord.example',
                                  Password='first', RoleId=10, IsActive=True))
        assert self.info().UserName == 'py@fjord.example'

    def set_flags(self):
        name, password, role = 'py@fjord.example', 'first', 10
        for number in range(16):
            flags = [flag for bit, flag in enumerate(FLAGS) if number & 1 << bit]
            new = {'UserName': f'py{number}@fjord.example', 'Password': f'secret{number}',
                   'IsActive': False, 'RoleId': 23 - role}
            self.set(flags, **new)
            name = new['UserName'] if 'UserName' in flags else name
            password = new['Password'] if 'Password' in flags else password
            role = new['RoleId'] if 'Role' in flags else role
            info = self.info()
            found = info.UserName, info.RoleName, info.CanLogon
            assert found == (name, ROLES[role], 'Active' not in flags), (flags, found)
            self.set(['Active'], IsActive=True)
            assert self.client.authenticate(name, password)[0], flags
        assert not self.client.authenticate(name, 'first')[0]

    def read_back(self):
        info, whole = self.info(), self.call('GetUser', UserId=self.user)
        assert info.UserName == whole.UserName == 'py15@fjord.example'
        assert info.UserType == whole.Type == 'ExternalAssociate'
        assert info.PersonId == whole.Person.PersonId == 504
        assert info.RoleName == whole.Role.Value

    def deactivate(self):
        self.set(['Active'], IsActive=False)
        assert self.info().CanLogon is False

    def login_refused(self):
        assert self.client.authenticate('py15@fjord.example', 'secret15') == (False, None)

    def delete(self):
        def delete():
            self.call('DeleteExternalUser', AssociateId=self.user)
        delete()
        assert not self.info() and not self.call('GetUser', UserId=self.user)
        assert refusal(delete) == ('SoNotFoundException', None)

    def list(self):
        found = self.call('GetUserInfoList', UserInfoIds={'int': [11, 101, 102]}).UserInfo
        assert [one.UserName for one in found] == ['ADM0', 'ext1@fjord.example',
                                                   'ext2@fjord.example']
        assert 'superoffice.user' in found[0].GrantedLicenses.string

    def nested_carriers(self):
        kari = self.call('GetUser', UserId=101)
        assert (kari.Person.Firstname, kari.Role.Id) == ('Kari', 10)
        assert kari.Credentials.Credential[0].Type.DisplayType == 'Password'
        owner = kari.LicenseOwners.LicenseOwner[0]
        assert owner.UnrestrictedModuleLicenses.ModuleLicenseLink[0].Assigned is True

    def rename(self):
        self.user = 101
        self.set(['UserName'], UserName='x@fjord.example')

    def refused_call(self):
        self.log_in('SAL1', 'sal1')
        assert refusal(self.rename) == ('SoIllegalOperationException', None)

    def bad_ticket(self):
        self.ticket = '7T:bad'
        assert refusal(self.rename) == ('SoSessionException', 'unknown')

    def expired_ticket(self):
        self.log_in()
        expire_tickets(self.base)
        assert refusal(self.rename) == ('SoSessionException', 'expired')


def main(client, base):
    features = Features(client, base)
    failed = False
    for name, prove in {
            'log in': features.log_in, 'create': features.create,
            'set flags': features.set_flags, 'read back': features.read_back,
            'deactivate': features.deactivate, 'log-in refused': features.login_refused,
            'delete': features.delete, 'list': features.list,
            'nested carriers': features.nested_carriers, 'refused call': features.refused_call,
            'bad ticket': features.bad_ticket, 'expired ticket': features.expired_ticket}.items():
        try:
            prove()
            print('ok', name)
        except Exception as error:  # The next one is tried, whatever this one says.
            failed = True
            print(f'not ok {name}: {type(error).__name__} {error}')
    sys.exit(failed)

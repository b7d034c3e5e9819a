"""Every operation from the WSDL alone: zeep_sweep.py BASE. Each is called with no parameters and
with a value for each parameter; every answer must be valid against the schema."""
import os
import sys
import tempfile

import zeep
from lxml import etree

BASE = sys.argv[1] + '/Remote/Services86/'
XS = '{http://www.w3.org/2001/XMLSchema}'
SOAP = '{http://schemas.xmlsoap.org/soap/envelope/}'

# Values by the parameter's name; what is not here is made from its type.
KNOWN = {
    'AssociateId': 101, 'UserId': 101, 'UserInfoId': 101, 'RoleId': 13, 'RoleEntityId': 10,
    'RoleIdToDelete': 13, 'ReplacingRoleId': 10, 'UserGroupId': 2, 'UserGroupToDelete': 5,
    'UserGroupToMoveTo': 4, 'ServiceAuthId': 1001, 'PersonId': 504, 'ContactId': 2,
    'UserName': 'sweep@fjord.example', 'AssociateName': 'ext2@fjord.example',
    'TableName': 'contact', 'DataRightValue': 'CRU', 'FunctionalRightName': 'admin-users',
    'UserType': 'ExternalAssociate', 'RoleType': 'ExternalUser', 'CredentialType': 'CRM5/PASSWORD',
    'RelationToOwner': 'MyOwn', 'UserInfoIds': {'int': [11, 99999, 101]},
    'UserGroupIds': {'int': [2, 1]}, 'FunctionalRightIds': {'int': [31]},
    'ExternalUserInfoModification': ['UserName'],
    'FunctionalRightNames': {'string': ['admin-users', 'nothing']},
}

# Refused both times: the sweep goes by the alphabet, and has deleted user 101 and role 13 by then;
# or the values must go together, which name and type do not tell. All others must succeed once.
REFUSED = [
    'ChangeUserType', 'CreateDefaultUserFromUserType', 'DeleteServiceAuth', 'DeleteUser',
    'MakeRetired', 'RemoveLicenses', 'RemoveUntrustedCredentials',
    'RemoveUntrustedCredentialsForAssociate', 'ResolveUserFromInfo', 'SaveCredential',
    'SaveRoleEntity', 'SaveServiceAuth', 'SaveUntrustedCredentialsForAssociate', 'SaveUser',
    'SaveUserFromName', 'SetDataRight', 'SetExternalUserInfo', 'SetFunctionalRights',
    'SetGeneratedPassword', 'SetPassword',
]


def schema_of(client):
    """The WSDL's schemas; each in a file, since they import each other by namespace alone."""
    wsdl = etree.parse(client.wsdl.location)
    folder = tempfile.mkdtemp()
    imports = []
    for number, schema in enumerate(wsdl.iter(XS + 'schema')):
        path = os.path.join(folder, f'{number}.xsd')
        etree.ElementTree(schema).write(path)
        imports.append((schema.get('targetNamespace'), path))
    # The services' own schema is the first one and needs the others.
    all_schemas = ''.join(f'<xs:import namespace="{uri}" schemaLocation="{path}"/>'
                          for uri, path in reversed(imports))
    return etree.XMLSchema(etree.fromstring(
        f'<xs:schema xmlns:xs="{XS[1:-1]}">{all_schemas}</xs:schema>'))


def value_of(element, depth=0):
    """Something of the element's type."""
    kind = element.type
    if element.name in KNOWN and depth == 0:
        return KNOWN[element.name]
    if isinstance(kind, zeep.xsd.ComplexType):
        if depth > 3:
            return None
        made = {}
        for name, child in kind.elements:
            many = child.accepts_multiple
            made[name] = [value_of(child, depth + 1)] if many else value_of(child, depth + 1)
        return made
    name = kind.name
    if name in ('int', 'short'):
        return 1
    if name == 'boolean':
        return True
    if name == 'dateTime':
        return '2026-01-15T09:00:00'
    if name == 'base64Binary':
        return b'abc'
    if isinstance(kind, zeep.xsd.types.collection.ListType):
        return []  # Flags: none.
    return enumerations.get(name, 'x')[0]


enumerations = {}


def read_enumerations(client):
    for simple in etree.parse(client.wsdl.location).iter(XS + 'simpleType'):
        values = [value.get('value') for value in simple.iter(XS + 'enumeration')]
        if simple.get('name') and values:
            enumerations[simple.get('name')] = values


def check(schema, response, what):
    """The answer's Succeeded, when all that it holds is valid."""
    assert response.status_code == 200, (what, response.status_code, response.text[:500])
    envelope = etree.fromstring(response.content)
    succeeded = None
    for part in envelope:
        for element in part:
            # A document of its own: lxml validates from the root.
            if not schema.validate(etree.fromstring(etree.tostring(element))):
                raise AssertionError((what, str(schema.error_log)[:1000]))
            if part.tag == SOAP + 'Header' and etree.QName(element).localname == 'Succeeded':
                succeeded = element.text == 'true'
    assert succeeded is not None, what
    return succeeded


def sweep(client, schema, headers):
    counts = {}
    for name, operation in sorted(client.service._binding._operations.items()):
        elements = operation.input.body.type.elements
        rounds = [{}, {name: value_of(element) for name, element in elements}]
        results = []
        for parameters in rounds:
            with client.settings(raw_response=True):
                response = getattr(client.service, name)(_soapheaders=headers, **parameters)
            results.append(check(schema, response, name))
        counts[name] = results
    return counts


def main():
    calls = {}
    for service in ('SoPrincipal', 'User'):
        client = zeep.Client(BASE + service + '.svc?singleWsdl')
        read_enumerations(client)
        headers = None
        if service == 'User':
            login = zeep.Client(BASE + 'SoPrincipal.svc?wsdl').service.AuthenticateUsernamePassword(
                UserName='SYS0', Password='sys0')
            headers = {'Credentials': {'Ticket': login.body.Credentials.Ticket}}
        calls.update(sweep(client, schema_of(client), headers))
    assert len(calls) == 84, len(calls)
    refused = sorted(name for name, results in calls.items() if not any(results))
    assert refused == REFUSED, refused
    print(f'zeep: {len(calls)} operations, all answers valid; {len(refused)} refused both times')


main()

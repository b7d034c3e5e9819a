"""Holds the rendered WSDLs against the contract tables, by a reading of its own of both."""
import csv
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMITTED = ROOT / 'wsdl' / 'Services86'
SERVICES = ('User', 'SoPrincipal')
COUNTS = {84: (75, 4), 85: (78, 4), 86: (79, 5), 87: (83, 5), 88: (97, 5)}
XS = '{http://www.w3.org/2001/XMLSchema}'
WSDL = '{http://schemas.xmlsoap.org/wsdl/}'
SOAP = '{http://schemas.xmlsoap.org/wsdl/soap/}'
PRODUCT = 'http://www.superoffice.net/ws/crm/NetServer/Services'
PREFIXES = {
    'http://schemas.microsoft.com/2003/10/Serialization/Arrays': 'arr:',
    'http://schemas.datacontract.org/2004/07/System.Security.Cryptography': 'crypto:',
}


def table(name, version):
    with open(ROOT / 'wsdl' / 'contract' / (name + '.tsv'), encoding='utf-8') as source:
        for row in csv.DictReader(source, delimiter='\t'):
            last = row.get('until', '-')
            if int(row.get('since', 84)) <= version <= (99 if last == '-' else int(last)):
                yield row


def tabled(version, service):
    """What the tables say of one service: operations, headers, types it needs, enumerations."""
    members, bases, values = {}, {}, {}
    for name in ('messages', 'fields'):
        for row in table(name, version):
            members.setdefault(row['owner'], []).append(
                (row['name'], row['type'], row['minOccurs'], row['maxOccurs'], row['nillable']))
    for row in table('types', version):
        bases[row['type']] = row['extends']
    for row in table('enumerations', version):
        values.setdefault(row['enumeration'], (row['kind'], []))[1].append(row['value'])
    headers = {way: [(row['header'], row['type'], row['nillable'])
                     for row in table('headers', version)
                     if row['service'] == service and row['direction'] == way]
               for way in ('request', 'response')}
    operations, owners = [], []
    for row in table('operations', version):
        if row['service'] == service:
            answer = row['operation'] + 'Response' if row['response'] == '-' else row['response']
            action = f'{PRODUCT}{version}/{service}/{row["operation"]}'
            operations.append((row['operation'], action, row['operation'], answer,
                               headers['request'], headers['response']))
            owners += [row['operation'], answer]
    needed = [kind for way in headers.values() for _, kind, _ in way]
    types, enumerations, contents = {}, {}, {owner: members.get(owner, []) for owner in owners}
    needed += [row[1] for rows in contents.values() for row in rows]
    while needed:
        name = needed.pop().removeprefix('tns:')
        if name in values:
            enumerations[name] = values[name]
        elif name not in types and not name.startswith('xs:'):
            nested = [name] + [owner for owner in members if owner.startswith(name + '/')]
            for owner in nested:
                types[owner] = (bases.get(owner, '-'), members[owner])
                needed += [row[1] for row in members[owner] if row[1] != 'anonymous']
            needed += [bases[name]] if bases[name] != '-' else []
    elements = {name: (name if ':' in name else 'tns:' + name, 'true')
                for name in [*types, *enumerations] if '/' not in name}
    elements.update({name: (kind, nillable) for way in headers.values()
                     for name, kind, nillable in way})
    return {'operations': operations, 'contents': contents, 'types': types,
            'enumerations': enumerations, 'elements': elements}


def contained(owner, holder, into):
    """Puts the members of a complex type, and of the anonymous types in it, into a dictionary."""
    extension = holder.find(f'{XS}complexContent/{XS}extension')
    base = '-' if extension is None else extension.get('base').removeprefix('tns:')
    rows = []
    for item in (holder if extension is None else extension).find(XS + 'sequence'):
        inner = item.find(XS + 'complexType')
        if inner is not None:
            contained(f'{owner}/{item.get("name")}', inner, into)
        rows.append((item.get('name'), item.get('type', 'anonymous'), item.get('minOccurs', '1'),
                     item.get('maxOccurs', '1'), item.get('nillable', 'false')))
    into[owner] = (base, rows)


def served(path):
    """The same shape as tabled(), read from a document."""
    root = ET.parse(path).getroot()
    wrappers, types, enumerations, elements = {}, {}, {}, {}
    for schema in root.iter(XS + 'schema'):
        space = schema.get('targetNamespace')
        if space.endswith('/Serialization/'):
            continue
        prefix = '' if space.startswith(PRODUCT) else PREFIXES[space]
        for item in schema.findall(XS + 'element'):
            inner = item.find(XS + 'complexType')
            if inner is not None:
                contained(item.get('name'), inner, wrappers)
                continue
            elements[prefix + item.get('name')] = (item.get('type'), item.get('nillable', 'false'))
        for item in schema.findall(XS + 'complexType'):
            contained(prefix + item.get('name'), item, types)
        for item in schema.findall(XS + 'simpleType'):
            kind = 'enum' if item.find(XS + 'list') is None else 'list'
            enumerations[item.get('name')] = (
                kind, [value.get('value') for value in item.iter(XS + 'enumeration')])
    return {'operations': bound(root, elements),
            'contents': {name: rows for name, (_, rows) in wrappers.items()},
            'types': types, 'enumerations': enumerations, 'elements': elements}


def bound(root, elements):
    """Operation, action, both wrappers and both header lists, followed through the messages."""
    parts = {message.get('name'): {part.get('name'): part.get('element').removeprefix('tns:')
                                   for part in message.findall(WSDL + 'part')}
             for message in root.findall(WSDL + 'message')}
    payloads = {}
    for item in root.find(WSDL + 'portType').findall(WSDL + 'operation'):
        for way in ('input', 'output'):
            message = item.find(WSDL + way).get('message').removeprefix('tns:')
            payloads[item.get('name'), way] = parts[message]['parameters']
    operations = []
    for item in root.find(WSDL + 'binding').findall(WSDL + 'operation'):
        headers = {}
        for way in ('input', 'output'):
            headers[way] = []
            for header in item.find(WSDL + way).findall(SOAP + 'header'):
                name = parts[header.get('message').removeprefix('tns:')][header.get('part')]
                headers[way].append((header.get('part'), *elements[name]))
        name = item.get('name')
        operations.append((name, item.find(SOAP + 'operation').get('soapAction'),
                           payloads[name, 'input'], payloads[name, 'output'],
                           headers['input'], headers['output']))
    return operations


def run(*command):
    return subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True,
                          check=False)


class Wsdl(unittest.TestCase):
    maxDiff = 4000

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def same(self, version, folder):
        for service in SERVICES:
            wanted, found = tabled(version, service), served(folder / (service + '.wsdl'))
            for part, facts in wanted.items():
                self.assertEqual(found[part], facts, f'{part} of {service} in Services{version}')

    def changed_copy(self, old, new):
        for service in SERVICES:
            shutil.copy(COMMITTED / (service + '.wsdl'), self.folder)
        path = self.folder / 'User.wsdl'
        text = path.read_text(encoding='utf-8')
        self.assertIn(old, text)
        path.write_text(text.replace(old, new, 1), encoding='utf-8')
        return self.folder

    def test_the_committed_files_hold_every_fact_of_the_tables(self):
        self.same(86, COMMITTED)

    def test_every_version_holds_the_facts_of_its_own(self):
        for version, counts in COUNTS.items():
            folder = self.folder / str(version)
            self.assertEqual(run(ROOT / 'wsdl' / 'render', '--version', version, '--out',
                                 folder).returncode, 0)
            self.same(version, folder)
            found = tuple(len(served(folder / (service + '.wsdl'))['operations'])
                          for service in SERVICES)
            self.assertEqual(found, counts, f'operations of Services{version}')

    def test_the_reading_notices_each_kind_of_change(self):
        password = '<xs:element minOccurs="0" name="Password" nillable="true" type="xs:string"/>'
        extension = '<xs:extension base="tns:Carrier">'
        for old, new in ((password, ''),
                         (password, password.replace(' minOccurs="0"', '')),
                         (password, password.replace(' nillable="true"', '')),
                         (password, password.replace('xs:string', 'xs:int')),
                         (extension, extension.replace('Carrier', 'Role')),
                         ('<xs:enumeration value="Password"/>', ''),
                         ('/User/GetUser"', '/User/GetUsers"'),
                         ('type="tns:SoTimeZone"', 'type="tns:SoCredentials"')):
            with self.subTest(old=old, new=new), self.assertRaises(AssertionError):
                self.same(86, self.changed_copy(old, new))

    def test_what_the_product_lives_on_is_written_out_here_once_more(self):
        user, principal = (served(COMMITTED / (service + '.wsdl')) for service in SERVICES)
        fields = [(name, kind, nillable) for name, kind, _, _, nillable in
                  user['contents']['SetExternalUserInfo']]
        self.assertEqual(fields, [
            ('AssociateId', 'xs:int', 'false'), ('UserName', 'xs:string', 'true'),
            ('Password', 'xs:string', 'true'), ('IsActive', 'xs:boolean', 'false'),
            ('RoleId', 'xs:int', 'false'),
            ('ExternalUserInfoModification', 'tns:ExternalUserInfoModification', 'false')])
        self.assertEqual(user['enumerations']['ExternalUserInfoModification'],
                         ('list', ['UserName', 'Password', 'Role', 'Active', 'UndefinedValue16']))
        headers = [[name for name, _, _ in way] for way in user['operations'][0][4:]]
        self.assertEqual(headers, [['ApplicationToken', 'Credentials', 'TimeZone'],
                                   ['ExceptionInfo', 'ExtraInfo', 'Succeeded', 'TimeZone']])
        self.assertEqual({row[3] for row in principal['operations'][1:]}, {'AuthenticateResponse'})

    def test_the_one_type_that_changes_does_so_in_services87(self):
        for version, kind in ((86, 'xs:short'), (87, 'xs:boolean')):
            _, rows = tabled(version, 'User')['types']['UserGroup']
            self.assertEqual([row[1] for row in rows if row[0] == 'Deleted'], [kind])

    def test_check_says_where_a_file_is_stale(self):
        folder = self.changed_copy('name="RoleId"', 'name="RoleID"')
        result = run(ROOT / 'wsdl' / 'render', '--check', '--out', folder)
        self.assertEqual(result.returncode, 1)
        self.assertIn('RoleID', result.stdout)

    def test_a_missing_operation_is_noticed_in_the_list_of_operations(self):
        listed = self.folder / 'operations.def'
        text = (ROOT / 'generated' / 'operations.def').read_text(encoding='utf-8')
        listed.write_text(text.replace('OPERATION(User, GetUser, ', 'OPERATION(User, ', 1),
                          encoding='utf-8')
        result = run(ROOT / 'generated' / 'list_operations', '--check', listed,
                     *(COMMITTED / (service + '.wsdl') for service in SERVICES))
        self.assertEqual(result.returncode, 1)
        self.assertIn('GetUser', result.stdout)


if __name__ == '__main__':
    unittest.main()

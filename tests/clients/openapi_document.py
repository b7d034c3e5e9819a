"""The OpenAPI document as others read it: by the schema of the OpenAPI Initiative.

Usage: openapi_document.py BASE_URL

Debian's package of the schemas has none for 3.1. The document uses nothing that 3.1 changed, so it
is held against that of 3.0, with its number put in.
"""
import json
import re
import sys
import urllib.error
import urllib.parse
import urllib.request

import jsonschema

SCHEMA = '/usr/share/openapi-specification/schemas/v3.0/schema.json'
parts = urllib.parse.urlsplit(sys.argv[1])
root = f'{parts.scheme}://{parts.netloc}'


def get(path):
    with urllib.request.urlopen(root + path) as answer:
        return answer.headers['Content-Type'], answer.read().decode()


def references_in(value):
    if isinstance(value, dict):
        if '$ref' in value:
            yield value['$ref']
        for one in value.values():
            yield from references_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from references_in(one)


kind, text = get('/__admin/openapi.json')
assert kind == 'application/json', kind
document = json.loads(text)
assert document['openapi'] == '3.1.0'

with open(SCHEMA, encoding='utf-8') as file:
    schema = json.load(file)
validator = jsonschema.Draft4Validator(schema)
errors = [f'{"/".join(map(str, one.absolute_path))}: {one.message[:200]}'
          for one in validator.iter_errors({**document, 'openapi': '3.0.3'})]
assert not errors, errors
assert list(validator.iter_errors(document)), 'this schema refuses nothing'

for reference in references_in(document):
    found = document
    for name in reference.removeprefix('#/').split('/'):
        found = found[name]

for path, operations in document['paths'].items():
    names = re.findall(r'{(\w+)}', path)
    for method, operation in operations.items():
        declared = [one['name'] for one in operation.get('parameters', []) if one['in'] == 'path']
        assert declared == names, (method, path, declared)

kind, page = get('/__admin')
assert kind.startswith('text/html'), kind
for path in document['paths']:
    assert path in page, path
print(len(document['paths']), 'paths are valid')

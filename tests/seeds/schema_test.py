"""Another implementation of JSON Schema agrees with nsemu on what a seed file looks like.

usage: schema_test.py NSEMU
"""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

nsemu = sys.argv[1]
here = pathlib.Path(__file__).parent
schema = json.loads(subprocess.check_output([nsemu, 'seed', '--schema']))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
full = json.loads((here / 'full.json').read_text())


def is_loaded(seed):
    with tempfile.NamedTemporaryFile('w', suffix='.json') as file:
        json.dump(seed, file)
        file.flush()
        ended = subprocess.run([nsemu, 'seed', '--check', file.name], capture_output=True)
    assert ended.returncode in (0, 2), ended
    return ended.returncode == 0


def resolved(part):
    """A schema with what it refers to; what stands beside the reference counts as well."""
    while '$ref' in part:
        own = {word: value for word, value in part.items() if word != '$ref'}
        part = {**schema['$defs'][part['$ref'].rsplit('/', 1)[1]], **own}
    return part


def wrong_values(part):
    """One just beyond each limit that the schema sets."""
    yield None
    if 'enum' in part:
        yield 'Nothing'
    if 'minimum' in part:
        yield part['minimum'] - 1
    if 'maximum' in part:
        yield part['maximum'] + 1
        yield 1.5
    if 'minLength' in part:
        yield ''
    if 'maxLength' in part:
        yield 'ø' * (part['maxLength'] + 1)
    if 'pattern' in part:
        yield '?'
    if part.get('additionalProperties') is False:
        yield {'surprise': 1}


def mutations():
    """Each member of full.json once, with its wrong values: the way to it, and the value."""
    seen = set()

    def walk(value, part, way, name):
        name = part.get('$ref', name)
        part = resolved(part)
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield from walk(item, part['items'], way + [index], name)
        elif isinstance(value, dict):
            for member, inner in value.items():
                inner_name = f'{name}.{member}'
                inner_part = part['properties'][member]
                if inner_name not in seen:
                    seen.add(inner_name)
                    for wrong in wrong_values(resolved(inner_part)):
                        yield way + [member], wrong
                yield from walk(inner, inner_part, way + [member], inner_name)

    yield from walk(full, schema, [], '$')


def mutated(way, wrong):
    seed = copy.deepcopy(full)
    place = seed
    for step in way[:-1]:
        place = place[step]
    place[way[-1]] = wrong
    return seed


assert validator.is_valid(full)
assert is_loaded(full)
count = 0
for way, wrong in mutations():
    seed = mutated(way, wrong)
    assert not validator.is_valid(seed), f'the schema allows {wrong!r} at {way}'
    assert not is_loaded(seed), f'nsemu takes {wrong!r} at {way}'
    count += 1
assert count > 200, count
print(f'{count} wrong files are refused by both')

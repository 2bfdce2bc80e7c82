import { describe, expect, it } from 'vitest';
import { decodeStruct, encodeJson, sortedMap, firstJsonValue } from './json';

describe('the first JSON value', () => {
  it.each([
    ['{"a":1} {"b":2}', '{"a":1}'],
    ['  [1, 2]x', '[1, 2]'],
    ['"a\\"b" c', '"a\\"b"'],
    ['-1.5e3,', '-1.5e3'],
    ['nullnull', 'null'],
  ])('of %s is %s', (text, first) => {
    expect(firstJsonValue(text)).toBe(first);
  });

  it.each([
    ['', 'EOF'],
    [' \n', 'EOF'],
    ['{', 'unexpected EOF'],
    ['{"a":', 'unexpected EOF'],
    ['"abc', 'unexpected EOF'],
    ['tru', 'unexpected EOF'],
    ['nope', "invalid character 'o' in literal null (expecting 'u')"],
    ['hello', "invalid character 'h' looking for beginning of value"],
    ['{a:1}', "invalid character 'a' looking for beginning of object key string"],
    ['{"a" 1}', "invalid character '1' after object key"],
    ['{"a":1 "b":2}', `invalid character '"' after object key:value pair`],
    ['{"a":1,}', "invalid character '}' looking for beginning of object key string"],
    ['[1 2]', "invalid character '2' after array element"],
    ['"a\nb"', "invalid character '\\n' in string literal"],
    ['"\\x"', "invalid character 'x' in string escape code"],
    ['"\\u12g4"', "invalid character 'g' in \\u hexadecimal character escape"],
    ['-x', "invalid character 'x' in numeric literal"],
    ['1.x', "invalid character 'x' after decimal point in numeric literal"],
    ["'a'", "invalid character '\\'' looking for beginning of value"],
  ])('of %j fails with Go’s words', (text, message) => {
    expect(() => firstJsonValue(text)).toThrow(new Error(message));
  });
});

describe('a struct', () => {
  const shape = { email: 'string', confirm: 'bool', data: 'map' } as const;
  const decode = (text: string) => decodeStruct(text, shape, 'api.Params');

  it('has zero values for what is missing or null', () => {
    expect(decode('{"email":null}')).toEqual({ email: '', confirm: false, data: null });
    expect(decode('null')).toEqual({ email: '', confirm: false, data: null });
  });

  it('takes keys in any letter case, the last one winning', () => {
    expect(decode('{"email":"a","EMAIL":"b","Confirm":true}')).toMatchObject({ email: 'b', confirm: true });
  });

  it('names the first field of a wrong type', () => {
    expect(() => decode('{"confirm":"x","email":1}')).toThrow(
      'json: cannot unmarshal string into Go struct field Params.confirm of type bool',
    );
    expect(() => decode('{"data":[1]}')).toThrow(
      'json: cannot unmarshal array into Go struct field Params.data of type map[string]interface {}',
    );
    expect(() => decode('"x"')).toThrow('json: cannot unmarshal string into Go value of type api.Params');
  });
});

describe('writing', () => {
  it('escapes what HTML or a script could trip over', () => {
    expect(encodeJson({ a: '<&>\u2028' })).toBe('{"a":"\\u003c\\u0026\\u003e\\u2028"}');
  });

  it('sorts the keys of maps, at every depth', () => {
    expect(encodeJson(sortedMap({ b: [{ d: 1, c: 2 }], a: null }))).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
    expect(sortedMap(null)).toBeNull();
  });
});

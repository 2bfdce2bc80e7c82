import { describe, expect, it } from 'vitest';
import { decodeStruct, encodeJson, GoJsonError, sortedMap } from './json';

describe('a struct', () => {
  const shape = { email: 'string', confirm: 'bool', data: 'map' } as const;
  const decode = (text: string) => decodeStruct(text, shape, 'api.Params');

  it.each(['{"email":"a"} {"email":"b"}', ' {"email":"a"}x', '{"email":"a"}}'])(
    'is read from the start of %s',
    (text) => {
      expect(decode(text).email).toBe('a');
    },
  );

  it.each([
    ['', 'EOF'],
    [' \n', 'EOF'],
    ['{', 'unexpected EOF'],
    ['{"email":', 'unexpected EOF'],
    ['{"email":"a"', 'unexpected EOF'],
    ['{"email":"abc', 'unexpected EOF'],
    ['tru', 'unexpected EOF'],
  ])('of %j fails with Go’s words', (text, message) => {
    expect(() => decode(text)).toThrow(new Error(message));
  });

  it.each(['nope', '{a:1}', '{"email":"a",}', '"a\nb"'])('of %j fails with a reason', (text) => {
    expect(() => decode(text)).toThrow(GoJsonError);
  });

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

import { expect } from 'vitest';
import { check } from '../check';
import { expectError, expectErrorStart, userOf } from '../wire';

/** Contract 1.0: bodies are read as Go's encoding/json reads them. */
export const requestBodyChecks = [
  check('an empty body is named EOF', [], async (t) => {
    expectError(await t.ask('/signup', { body: '' }), 400, 'Could not read Signup params: EOF');
  }),
  check('a body of blanks is EOF too', [], async (t) => {
    expectError(await t.ask('/signup', { body: ' \n ' }), 400, 'Could not read Signup params: EOF');
  }),
  check('a cut body is an unexpected EOF', [], async (t) => {
    expectError(
      await t.ask('/signup', { body: '{"email": "a@b.co"' }),
      400,
      'Could not read Signup params: unexpected EOF',
    );
  }),
  check('a body that is no JSON is refused with a reason', [], async (t) => {
    expectErrorStart(await t.ask('/signup', { body: 'nope' }), 400, 'Could not read Signup params: ');
  }),
  check('an array is no parameter object', [], async (t) => {
    expectErrorStart(
      await t.ask('/signup', { body: '[]' }),
      400,
      'Could not read Signup params: json: cannot unmarshal array into Go value of type ',
    );
  }),
  check('a number where a text belongs is refused with the name of the field', [], async (t) => {
    expectErrorStart(
      await t.ask('/signup', { json: { email: 5, password: 'x' } }),
      400,
      'Could not read Signup params: json: cannot unmarshal number into Go struct field SignupParams.email of type string',
    );
  }),
  check('a text where a map belongs is refused', [], async (t) => {
    expectErrorStart(
      await t.signup(t.newEmail(), { data: 'x' }),
      400,
      'Could not read Signup params: json: cannot unmarshal string into Go struct field SignupParams.data of type map[string]interface',
    );
  }),
  check('null is a body without fields', [], async (t) => {
    expectError(await t.ask('/signup', { body: 'null' }), 422, 'Signup requires a valid password');
  }),
  check('null counts as a field that was not sent', [], async (t) => {
    expectError(
      await t.ask('/signup', { json: { email: null, password: 'x' } }),
      422,
      'An email address is required',
    );
  }),
  check('keys match in any letter case', [], async (t) => {
    const email = t.newEmail();
    const user = userOf(await t.ask('/signup', { json: { EMAIL: email, Password: 'x', dAtA: { a: 1 } } }));
    expect([user.email, user.user_metadata]).toEqual([email, { a: 1 }]);
  }),
  check('unknown keys are ignored', [], async (t) => {
    expect((await t.signup(t.newEmail(), { role: 'admin', nonsense: [1] })).status).toBe(200);
  }),
  check('only the first JSON value is read', [], async (t) => {
    const email = t.newEmail();
    const body = `${JSON.stringify({ email, password: 'x' })} {"email":"other@contract.example"} rubbish`;
    expect(userOf(await t.ask('/signup', { body })).email).toBe(email);
  }),
  check('the content type does not matter', [], async (t) => {
    const json = { email: t.newEmail(), password: 'x' };
    const answer = await t.ask('/signup', { json, headers: { 'Content-Type': 'text/plain' } });
    expect(answer.status).toBe(200);
  }),
  check('answers escape what could end a script', [], async (t) => {
    const answer = await t.signup(t.newEmail(), { data: { name: '</script>&' } });
    expect(answer.text).toContain('"name":"\\u003c/script\\u003e\\u0026"');
    expect(userOf(answer).user_metadata).toEqual({ name: '</script>&' });
  }),
  check('maps are written with their keys in order', [], async (t) => {
    const answer = await t.signup(t.newEmail(), { data: { b: 1, a: { d: 1, c: 2 } } });
    expect(answer.text).toContain('"user_metadata":{"a":{"c":2,"d":1},"b":1}');
  }),
  check('__proto__ is a key like any other', [], async (t) => {
    const body = `{"email":"${t.newEmail()}","password":"x","data":{"__proto__":{"admin":true},"a":1}}`;
    const answer = await t.ask('/signup', { body });
    expect(answer.text).toContain('"user_metadata":{"__proto__":{"admin":true},"a":1}');
  }),
];

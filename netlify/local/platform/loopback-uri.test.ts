import { expect, it } from 'vitest';
import { isLoopback } from './loopback-uri';

it.each([
  ['mongodb://127.0.0.1:27017/marquee', true],
  ['mongodb://localhost/marquee?directConnection=true', true],
  ['mongodb://user:secret@[::1]:27017/marquee', true],
  ['mongodb://127.0.0.1:27017,127.0.0.1:27018/marquee', true],
  ['mongodb+srv://user:secret@cluster0.example.net/marquee', false],
  ['mongodb://127.0.0.1:27017,db.example.net/marquee', false],
  ['mongodb://db.example.net/127.0.0.1', false],
  ['mongodb://localhost:secret@db.example.net/marquee', false],
  ['mongodb://localhost.example.net/marquee', false],
  ['', false],
])('%s is on this machine: %s', (uri, expected) => {
  expect(isLoopback(uri)).toBe(expected);
});

import { randomBytes } from 'node:crypto';
import { compare, hash as bcryptHash } from 'bcryptjs';

/** bcrypt at its lowest cost: these hashes guard demo accounts on one machine, and tests make many. */
const cost = 4;

/** x/crypto's bcrypt refuses what it would silently cut. */
const maxBytes = 72;

/** @returns null for a password of more than 72 bytes */
export async function hashPassword(password: string): Promise<string | null> {
  return Buffer.byteLength(password) > maxBytes ? null : bcryptHash(password, cost);
}

/** An account without a hash (an invitation not yet accepted) matches nothing, not even the empty password. */
export async function matchesPassword(password: string, hash: string): Promise<boolean> {
  return hash !== '' && compare(password, hash);
}

/** 16 random bytes, base64url without padding: 22 characters (contract 2.2). */
export function secureToken(): string {
  return randomBytes(16).toString('base64url');
}

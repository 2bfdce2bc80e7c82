'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { hasPermission } from '@/lib/auth/policy';
import { useSession } from '../_session/session-store';

/** The account in the header. All three states take the same room, so that nothing moves when we know. */
export function AccountMenu() {
  const { state, me, signOut } = useSession();
  if (state === 'unknown') {
    return (
      <div className="account">
        <span className="skeleton" />
      </div>
    );
  }
  if (state === 'visitor' || !me) {
    return (
      <div className="account">
        <Link href="/sign-in" prefetch={false}>
          Sign in
        </Link>
        <Link className="btn btn-small" href="/join" prefetch={false}>
          Join
        </Link>
      </div>
    );
  }
  return (
    <div className="account">
      <MemberMenu name={me.name || me.email} roles={me.roles} onSignOut={() => signOut()} />
    </div>
  );
}

interface MemberMenuProps {
  name: string;
  roles: readonly string[];
  onSignOut(): void;
}

function MemberMenu({ name, roles, onSignOut }: MemberMenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  const router = useRouter();
  useEffect(() => (menu.current ? closeLikeAMenu(menu.current) : undefined), []);
  const close = () => menu.current?.removeAttribute('open');
  const signOut = () => {
    close();
    onSignOut();
    router.refresh();
  };
  return (
    <details ref={menu} className="menu">
      <summary>
        <span className="hidden">Account of {name}</span>
        <span className="initials" aria-hidden="true">
          {initialsOf(name)}
        </span>
        <span className="account-name" aria-hidden="true">
          {shortName(name)}
        </span>
        <span className="chevron" aria-hidden="true" />
      </summary>
      <ul>
        {hasPermission(roles, 'desk:sell') && (
          <li>
            <Link href="/desk" onClick={close}>
              Desk
            </Link>
          </li>
        )}
        <li>
          <Link href="/orders" onClick={close}>
            Your tickets
          </Link>
        </li>
        <li>
          <Link href="/account" onClick={close}>
            Account
          </Link>
        </li>
        <li>
          <button type="button" onClick={signOut}>
            Sign out
          </button>
        </li>
      </ul>
    </details>
  );
}

/** Escape, a click elsewhere and leaving by Tab close it; Escape gives the focus back. */
function closeLikeAMenu(menu: HTMLDetailsElement): () => void {
  const close = () => menu.removeAttribute('open');
  const isOutside = (target: EventTarget | null) => target instanceof Node && !menu.contains(target);
  const onPointerDown = (event: PointerEvent) => {
    if (isOutside(event.target)) close();
  };
  const onFocusOut = (event: FocusEvent) => {
    if (isOutside(event.relatedTarget)) close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu.open) return;
    close();
    menu.querySelector('summary')?.focus();
  };
  document.addEventListener('pointerdown', onPointerDown);
  menu.addEventListener('focusout', onFocusOut);
  menu.addEventListener('keydown', onKeyDown);
  return () => {
    document.removeEventListener('pointerdown', onPointerDown);
    menu.removeEventListener('focusout', onFocusOut);
    menu.removeEventListener('keydown', onKeyDown);
  };
}

const NAME_LENGTH_SHOWN = 16;

/** Cut where the header has no more room; the whole name is in the menu's label. */
export function shortName(name: string): string {
  const letters = [...name];
  return letters.length > NAME_LENGTH_SHOWN
    ? `${letters
        .slice(0, NAME_LENGTH_SHOWN - 1)
        .join('')
        .trimEnd()}…`
    : name;
}

/** First letters of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return ([...first].slice(0, 1).join('') + [...last].slice(0, 1).join('')).toUpperCase();
}

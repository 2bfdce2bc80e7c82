/** Accounts need our script: Identity is asked from the browser, never through a form of ours. */
export function NoScriptNotice() {
  return (
    <noscript>
      <p className="notice bad">
        <span className="mark">!</span>
        <span>
          <b>This page needs JavaScript</b>
          Accounts work only with it. The programme and the talk can be read without.
        </span>
      </p>
    </noscript>
  );
}

/** Accounts need our script: Identity is asked from the browser, never through a form of ours. */
export function NoScriptNotice() {
  return (
    <noscript>
      <p className="notice notice-error">
        <span className="mark">!</span>
        <span>
          <b>This page needs JavaScript</b>
          Accounts need it. You can read the programme and the comments without.
        </span>
      </p>
    </noscript>
  );
}

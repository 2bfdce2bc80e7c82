import { MainNav } from './main-nav';
import { Wordmark } from './wordmark';

export function Masthead() {
  return (
    <header className="masthead">
      <div className="page">
        <Wordmark />
        <MainNav />
        <div className="account">
          <span className="bone" style={{ width: '8rem', height: '2rem' }} />
        </div>
      </div>
    </header>
  );
}

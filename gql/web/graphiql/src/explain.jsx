// A button that asks the server to explain answers: the plan and the statement stand below `extensions` then.
import { ToolbarButton } from '@graphiql/react';
import { useState } from 'react';

let asked = false;

export const isExplained = () => asked;

export function ExplainButton() {
  const [pressed, setPressed] = useState(asked);
  const toggle = () => {
    asked = !asked;
    setPressed(asked);
  };
  const label = pressed ? 'Stop explaining answers' : 'Explain answers (administrators)';
  return (
    <ToolbarButton onClick={toggle} label={label} aria-pressed={pressed} className="explain">
      <svg viewBox="0 0 24 24" className="graphiql-toolbar-icon" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
        <path d="M9 9a3 3 0 1 1 4.2 2.7c-.8.4-1.2 1-1.2 1.9v.4M12 17.5v.5" />
        <circle cx="12" cy="12" r="10" />
      </svg>
    </ToolbarButton>
  );
}

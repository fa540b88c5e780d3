// Deleting an account: what goes along is shown first, by a delete that changes nothing.
import { useEffect, useRef } from 'react';
import { useMutation } from 'urql';
import type { Account } from './Accounts';
import { DeleteAccountDocument } from './generated/graphql';

export function DeleteDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [preview, previewDelete] = useMutation(DeleteAccountDocument);
  const [deletion, deleteAccount] = useMutation(DeleteAccountDocument);
  const effect = preview.data?.deleteAccount;
  const error = deletion.error ?? preview.error;
  const names = namesOf(account);
  const name = (id: string) => names.get(id) ?? id;

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
    void previewDelete({ id: account.id, dryRun: true });
  }, [account.id, previewDelete]);

  async function confirm() {
    // The answer names no Account; this makes the list load again.
    const result = await deleteAccount({ id: account.id, dryRun: false }, { additionalTypenames: ['Account'] });
    if (!result.error) onClose();
  }

  return (
    <dialog ref={dialog} onClose={onClose}>
      <h2>Delete {account.display}?</h2>
      {error && <p role="alert">{error.message}</p>}
      {effect && (
        <ul>
          {effect.deleted.length > 1 && <li>With it go {effect.deleted.slice(1).map(name).join(', ')}</li>}
          {effect.unset.map(({ id, field }) => <li key={id + field}>{name(id)} loses its {field}</li>)}
          {effect.changed.map(({ id, field, value }) => (
            <li key={id + field}>{name(id)} gets {name(value)} as its {field}</li>
          ))}
        </ul>
      )}
      <form method="dialog">
        <button>Keep it</button>
        <button type="button" className="danger" disabled={!effect || deletion.fetching} onClick={confirm}>
          Delete all of this
        </button>
      </form>
    </dialog>
  );
}

function namesOf({ nicks, channelsAsFounder }: Account) {
  return new Map([
    ...nicks.nodes.map(({ id, nick }) => [id, `nick ${nick}`] as const),
    ...channelsAsFounder.nodes.map(({ id, name }) => [id, name] as const),
  ]);
}

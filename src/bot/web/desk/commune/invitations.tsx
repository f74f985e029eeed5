import { useHand, useNow } from "../in-hand.ts";
import { timeOf } from "./time-of.ts";
import { useCommune } from "./use-commune.ts";

/** Invitations that can still be used; each can be ended before its hours are over. */
export function Invitations() {
  const { me } = useHand();
  const { view, says, act } = useCommune();
  const now = useNow(60_000);
  if (view.invitations.length === 0) return <p class="empty">{says.noInvitations}</p>;
  return (
    <ul class="lines">
      {view.invitations.map((invitation) => (
        <li key={invitation.id}>
          <b>{invitation.name}</b>
          <p>
            {[
              invitation.role,
              says.ranks[invitation.rank],
              says.endsAt(timeOf(invitation.expiresAt, now, me.language)),
            ].join(" · ")}
          </p>
          <div class="acts">
            <button
              type="button"
              class="side-button"
              onClick={() => void act(`invitations/${invitation.id}/end`, {})}
            >
              {says.end}
            </button>
          </div>
        </li>
      ))}
    </ul>
  );
}

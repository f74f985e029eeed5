import type { ComponentChildren } from "preact";
import type { DeskCase } from "../wire/cases.ts";
import { whenOf } from "./case-row.tsx";
import { PhoneIcon } from "./icons.tsx";
import { useHand, useNow } from "./in-hand.ts";
import { telephone } from "./telephone.ts";
import type { Words } from "./words.ts";

/** All a helper needs in one glance: where the person stands, why they called, how to reach them. */
export function CaseCard({ found }: { readonly found: DeskCase }) {
  const { me, words } = useHand();
  const now = useNow(60_000);
  const { card, phone, tried, missing } = found;
  return (
    <div class="card">
      {card.meeting !== undefined && (
        <p class="card-meeting">
          {words.meetingAt(whenOf(card.meeting.at, now, me.language), card.meeting.place)}
        </p>
      )}
      {card.step !== undefined && (
        <div class="card-step">
          <p class="label">{words.cardStep}</p>
          <p class="step">{card.step.says}</p>
          {found.picture !== undefined && (
            <img class="step-picture" src={found.picture.url} alt={found.picture.alt} />
          )}
          {card.step.sign !== undefined && (
            <p class="sign">
              <span class="label">{words.cardSign}</span> {card.step.sign}
            </p>
          )}
        </div>
      )}
      <dl>
        <Fact name={words.cardWhy}>{card.why}</Fact>
        {card.reopened !== undefined && (
          <Fact name={words.cardReopened}>
            {words.reopenedBy(
              card.reopened.by,
              whenOf(card.reopened.at, now, me.language),
              words.outcomeName(card.reopened.outcome),
            )}
          </Fact>
        )}
        <Fact name={words.cardReason}>{card.reason}</Fact>
        <Fact name={words.cardFlow}>{card.flow}</Fact>
        <Fact name={words.cardSubject}>{card.subject}</Fact>
        <Fact name={words.cardWants}>{card.wants}</Fact>
        {tried.length > 0 && (
          <Fact name={words.cardTried}>
            <ul>
              {tried.map((what) => (
                <li key={what}>{what}</li>
              ))}
            </ul>
          </Fact>
        )}
        {missing.length > 0 && (
          <Fact name={words.cardMissing}>
            <ul>
              {missing.map((paper) => (
                <li key={paper}>{paper}</li>
              ))}
            </ul>
          </Fact>
        )}
        {found.passed !== undefined && (
          <Fact name={words.cardPassed(found.passed.by)}>{found.passed.note}</Fact>
        )}
        {found.together.length > 0 && (
          <Fact name={words.cardTogether}>{found.together.join(", ")}</Fact>
        )}
        {found.sent !== undefined && found.sent.length > 0 && (
          <Fact name={words.cardSent}>
            <ul>
              {found.sent.slice(-4).map((what) => (
                <li key={what}>{what}</li>
              ))}
            </ul>
          </Fact>
        )}
        {found.earlier !== undefined && found.earlier.length > 0 && (
          <Fact name={words.cardEarlier(found.earlier.length)}>
            <ul>
              {found.earlier.map(({ at, outcome, flow }) => (
                <li key={at}>
                  {whenOf(at, now, me.language)}: {flow === undefined ? "" : `${flow} · `}
                  {words.outcomeName(outcome)}
                </li>
              ))}
            </ul>
          </Fact>
        )}
        <Fact name={words.cardSince}>{whenOf(card.waitingSince, now, me.language)}</Fact>
        <Fact name={words.cardChannel}>
          {channelName(card.channel, words)}
          {card.present !== undefined && card.state !== "closed" && (
            <>
              {" · "}
              {card.present ? words.present : words.absent}
            </>
          )}
        </Fact>
      </dl>
      {card.reachableUntil !== undefined && (
        <p class="card-hint">
          {card.reachableUntil > now
            ? words.reachableUntil(whenOf(card.reachableUntil, now, me.language))
            : words.unreachableSince(whenOf(card.reachableUntil, now, me.language))}
        </p>
      )}
      {card.present === false && card.state !== "closed" && (
        <p class="card-hint">{words.absentHint}</p>
      )}
      {phone !== undefined && (
        <a class="side-button call-line" href={telephone(phone)}>
          <PhoneIcon />
          {words.call(phone)}
        </a>
      )}
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  if (children === undefined) return null;
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function channelName(channel: string, words: Words): string {
  const known: Readonly<Record<string, string>> = {
    web: words.channelWeb,
    console: words.channelConsole,
    telegram: "Telegram",
    zalo: "Zalo",
    "zalo-oa": "Zalo",
    "zalo-bot": "Zalo",
  };
  return known[channel] ?? channel;
}

import { PHRASES } from './event-phrases.ts';
import type { Reading } from './phrase.ts';

export type { Reading };

/** What an event's line claims about the parcel, or null where it claims nothing beyond "on the way". */
export function read(text: string): Reading | null {
  const said = withoutIfsAndPlans(text);
  for (const { says, unless, reading } of PHRASES) {
    if (says.test(said) && !unless?.test(said)) return reading;
  }
  return null;
}

// "Ready for collection. Will be returned if not collected by 5 Dec" is about today, not about that day; and
// "scheduled to be delivered tomorrow" is no delivery. An announced return with no condition stays: it is on its way.
function withoutIfsAndPlans(text: string): string {
  let said = text;
  if (CONDITION.test(said)) said = said.replace(ANNOUNCED_RETURN, ' ').replace(CONDITIONAL_CLAUSE, ' ');
  return said.replace(PLANNED_DELIVERY, ' ');
}

const CONDITION =
  /\b(?:if|unless|otherwise|or else|in case|until|after|within|before|by|on)\b|\bsi\b|\bsinon\b|\bfalls\b|\bwenn\b|如果|否则|若|逾期/i;
const ANNOUNCED_RETURN =
  /\b(?:it |item |parcel |package )?(?:will|shall|may|can|could|would|to|must) (?:then )?be (?:returned|sent back)(?: to (?:the )?\w+)?|(?:否则|逾期|若|如果)[^。；,，]*退[回件运]|será devuelto[^.;]*|sera (?:retourné|renvoyé)[^.;]*/gi;
const CONDITIONAL_CLAUSE =
  /\b(?:if|unless|in case)\b[^.;!]*|\b(?:or else|otherwise)\b[^.;!]*|\bsi\b (?:no|el|la|usted|vous|le)[^.;!]*|\b(?:sinon|falls|wenn)\b[^.;!]*|(?:如果|若)[^。；，,]*/gi;
const PLANNED_DELIVERY =
  /\b(?:will|shall|to|can|should|may|might|would|expected to|scheduled to) (?:\w+ )?be (?:re)?delivered\b|\b(?:expected|estimated|scheduled|planned|anticipated|proposed|rescheduled)(?: for| date of|)? deliver(?:y|ed)\b|\bdelivery (?:is |has been |was )?(?:re)?scheduled\b|\b(?:awaiting|ready for|prepar\w+ for|waiting for|before|for|next) (?:re)?delivery\b(?! (?:attempt|failed))(?<!out for delivery)(?<!for final delivery)|\bnot yet (?:been )?delivered\b|\bdelivered (?:by|on or before) (?:end of )?(?:tomorrow|\d)|será entregado|sera livré|wird (?:\S+ ){0,3}zugestellt|(?:预计|即将|将(?:会|于)?|等待)[^，。,]{0,10}(?:妥投|签收|送达|投递)|سيتم (?:التسليم|التوصيل)/gi;

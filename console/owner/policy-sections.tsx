import { word } from '../shared/words.ts';
import { usePlace } from './form-context.ts';
import { CountdownField } from './countdown-field.tsx';
import { HolidayFields } from './holiday-fields.tsx';
import { HourField } from './hour-field.tsx';
import { NumberField } from './number-field.tsx';
import { OpeningHours } from './opening-hours.tsx';
import { Section } from './section.tsx';
import { SwitchField } from './switch-field.tsx';

export function RoadSection() {
  return (
    <Section title={word('store.road')} lead={word('store.roadLead')}>
      <NumberField name="deliveryMin" />
      <NumberField name="deliveryMax" />
      <NumberField name="handlingDays" />
      <NumberField name="stalledDomestic" />
      <NumberField name="stalledInternational" />
      <NumberField name="stalledEconomy" />
      <NumberField name="freshScanHours" />
      <NumberField name="lostAfterDays" />
      <NumberField name="customsInspectionDays" />
      <SwitchField path="policy.shopperChoseCarrier" label={word('store.shopperChose')} hint={word('store.shopperChoseHint')} />
    </Section>
  );
}

export function ProtectionSection() {
  return (
    <Section title={word('store.protection')} lead={word('store.protectionLead')}>
      <NumberField name="protectionDays" />
      <NumberField name="protectionWarnDays" />
      <CountdownField />
    </Section>
  );
}

export function PromisesSection() {
  return (
    <Section title={word('store.promises')} lead={word('store.promisesLead')}>
      <HourField path="policy.promises.hour" label={word('store.promiseHour')} hint={word('store.promiseHourHint')} from={8} to={21} />
      <NumberField name="personAnswer" />
      <NumberField name="warehouseAnswer" />
      <NumberField name="carrierAnswer" />
      <NumberField name="traceAnswer" />
      <NumberField name="customsUpdate" />
      <NumberField name="documentsSent" />
      <NumberField name="remedyDone" />
    </Section>
  );
}

export function SolutionsSection() {
  const resend = usePlace('policy.resend.offered').value === true;
  const refund = usePlace('policy.refund.offered').value === true;
  return (
    <Section title={word('store.solutions')} lead={word('store.solutionsLead')}>
      <SwitchField path="policy.resend.offered" label={word('store.resend')} hint={word('store.resendHint')} />
      {resend && <NumberField name="resendShips" />}
      <SwitchField path="policy.refund.offered" label={word('store.refund')} hint={word('store.refundHint')} />
      {refund && <NumberField name="refundDays" />}
      <SwitchField path="policy.credit.offered" label={word('store.credit')} hint={word('store.creditHint')} />
      <NumberField name="remedyOpenDays" />
      <NumberField name="personAboveTotal" />
    </Section>
  );
}

export function PeopleSection() {
  return (
    <Section title={word('store.people')} lead={word('store.peopleLead')}>
      <OpeningHours />
      <HolidayFields />
      <NumberField name="agentAwayMinutes" />
      <NumberField name="awayMailMinutes" />
      <NumberField name="evidenceReminderHours" />
    </Section>
  );
}

export function PrivacySection() {
  return (
    <Section title={word('store.privacy')} lead={word('store.privacyLead')}>
      <NumberField name="photoKeepDays" />
      <SwitchField path="identityRequired" label={word('store.identityRequired')} hint={word('store.identityRequiredHint')} />
    </Section>
  );
}

import { describe, expect, it } from 'vitest';
import { read } from '../../../server/parcels/statuses/event-text.ts';

const said = (text: string) => {
  const reading = read(text);
  return reading ? [reading.state, reading.reason].filter(Boolean).join(' ') : 'nothing';
};

describe('negations and hand-overs', () => {
  it.each([
    ['Not delivered: addressee not at home', 'attempt_failed'],
    ['Item could not be delivered', 'attempt_failed'],
    ['Unable to deliver item', 'attempt_failed'],
    ['Undeliverable as addressed', 'attempt_failed'],
    ['Delivery attempted - no one home', 'attempt_failed'],
    ['Notice Left (No Authorized Recipient Available)', 'attempt_failed'],
    ['Delivered to local carrier', 'in_transit'],
    ['Delivered to the local delivery partner for final delivery', 'in_transit'],
    ['Delivered to airline', 'in_transit'],
    ['Delivered to sorting center', 'in_transit'],
    ['Handed over to carrier', 'in_transit'],
    ['Delivered to sender', 'returned'],
    ['Expected to be delivered tomorrow', 'nothing'],
    ['Will be delivered by 6 pm', 'nothing'],
    ['Delivery scheduled for Monday', 'nothing'],
    ['Ready for delivery', 'nothing'],
    ['Available for pickup by carrier', 'nothing'],
    ['If you were not at home your parcel was delivered to a neighbor', 'nothing'],
    ['未签收', 'nothing'],
    ['未妥投，收件人不在', 'attempt_failed'],
    ['预计明天送达', 'nothing'],
    ['已送达分拨中心', 'in_transit'],
    ['交航', 'in_transit'],
    ['Entregado al transportista local', 'in_transit'],
    ['No se pudo entregar', 'attempt_failed'],
    ['Non livré', 'attempt_failed'],
    ['konnte nicht zugestellt werden', 'attempt_failed'],
  ])('"%s" says %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });
});

describe('returns', () => {
  it.each([
    ['Returned to sender', 'returned'],
    ['The item was not delivered and has been returned to sender', 'returned'],
    ['Item will be returned to sender', 'returning'],
    ['Being returned to sender', 'returning'],
    ['Return to sender in progress', 'returning'],
    ['Available for pickup. Will be returned to sender on 5 December if not collected', 'available_for_pickup'],
    ['Held at post office; to be returned after 10 days', 'available_for_pickup'],
    ['退件签收', 'returned'],
    ['退回中', 'returning'],
  ])('"%s" says %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });
});

describe('lost is said only by words that say it', () => {
  it.each([
    ['Parcel has been declared lost', 'lost'],
    ['Shipment is lost', 'lost'],
    ['包裹已丢失', 'lost'],
    ['The parcel may be lost', 'nothing'],
    ['Package presumed lost', 'nothing'],
    ['The item is not lost', 'nothing'],
    ['Lost contact with recipient', 'nothing'],
    ['疑似丢失', 'nothing'],
    ['No tracking updates for 30 days', 'nothing'],
  ])('"%s" says %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });
});

describe('customs', () => {
  it.each([
    ['Held by customs', 'customs_held unknown'],
    ['Held by customs, payment needed', 'customs_held duties'],
    ['Held in customs: import VAT of EUR 12.40 due by 28 Nov', 'customs_held duties'],
    ['Retenu en douane, en attente de paiement', 'customs_held duties'],
    ['需支付关税', 'customs_held duties'],
    ['Customs duties paid', 'nothing'],
    ['No duties due, customs clearance complete', 'in_transit'],
    ['Customs requires a commercial invoice', 'customs_held documents'],
    ['Missing documents for customs clearance', 'customs_held documents'],
    ['等待补充清关资料', 'customs_held documents'],
    ['Documents received by customs', 'nothing'],
    ['Selected for customs inspection', 'customs_held inspection'],
    ['海关查验', 'customs_held inspection'],
    ['Customs inspection completed', 'nothing'],
    ['Import prohibited: battery', 'customs_held prohibited'],
    ['Seized by customs', 'customs_held prohibited'],
    ['Customs clearance completed', 'in_transit'],
    ['海关放行', 'in_transit'],
    ['Presented to customs', 'nothing'],
  ])('"%s" says %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });
});

describe('more languages', () => {
  it.each([
    ['Consegnata', 'delivered'],
    ['La spedizione sarà consegnata domani', 'nothing'],
    ['In consegna', 'out_for_delivery'],
    ['Tentativo di consegna: destinatario assente', 'attempt_failed'],
    ['In giacenza presso ufficio postale', 'available_for_pickup'],
    ['Restituito al mittente', 'returned'],
    ['Trattenuto in dogana', 'customs_held unknown'],
    ['Sdoganamento completato', 'in_transit'],
    ['Objeto entregue ao destinatário', 'delivered'],
    ['Objeto saiu para entrega ao destinatário', 'out_for_delivery'],
    ['A entrega não pode ser efetuada - Carteiro não atendido', 'attempt_failed'],
    ['Objeto aguardando retirada no endereço indicado', 'available_for_pickup'],
    ['Objeto devolvido ao remetente', 'returned'],
    ['Aguardando pagamento', 'customs_held duties'],
    ['Fiscalização aduaneira finalizada', 'in_transit'],
    ['Pakket is bezorgd', 'delivered'],
    ['Pakket wordt vandaag bezorgd', 'nothing'],
    ['Niet bezorgd: niemand thuis', 'attempt_failed'],
    ['Bezorgd bij een PostNL-punt', 'available_for_pickup'],
    ['Overgedragen aan vervoerder', 'in_transit'],
    ['Zending is geretourneerd aan afzender', 'returned'],
    ['Doręczono', 'delivered'],
    ['Przesyłka zostanie doręczona jutro', 'nothing'],
    ['Wydano do doręczenia', 'out_for_delivery'],
    ['Nieudana próba doręczenia', 'attempt_failed'],
    ['Umieszczono w paczkomacie', 'available_for_pickup'],
    ['Zwrot do nadawcy', 'returning'],
    ['Teslim edildi', 'delivered'],
    ['Dağıtıma çıkarıldı', 'out_for_delivery'],
    ['Teslim edilemedi, alıcı adreste yok', 'attempt_failed'],
    ['Göndericiye iade edildi', 'returned'],
    ['Вручение адресату: вручено', 'delivered'],
    ['Будет доставлено завтра', 'nothing'],
    ['Неудачная попытка вручения', 'attempt_failed'],
    ['Прибыло в место вручения', 'available_for_pickup'],
    ['Доставлено в сортировочный центр', 'in_transit'],
    ['Возвращено отправителю', 'returned'],
    ['Задержано на таможне', 'customs_held unknown'],
    ['Ожидается оплата таможенной пошлины', 'customs_held duties'],
    ['Відправлення отримано одержувачем', 'delivered'],
    ['Прибув у відділення', 'available_for_pickup'],
    ['配達完了', 'delivered'],
    ['持ち出し中', 'out_for_delivery'],
    ['ご不在のため持ち帰りました', 'attempt_failed'],
    ['保管中', 'available_for_pickup'],
    ['返送', 'returning'],
    ['通関手続が完了', 'in_transit'],
    ['紛失の可能性があります', 'nothing'],
    ['배달완료', 'delivered'],
    ['배달준비', 'out_for_delivery'],
    ['수취인 부재', 'attempt_failed'],
    ['통관완료', 'in_transit'],
    ['관세 납부 요청', 'customs_held duties'],
  ])('"%s" says %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });
});

describe('plain words', () => {
  it.each([
    ['Delivered, front door', 'delivered'],
    ['Delivered, To Agent', 'delivered'],
    ['Delivered, Individual Picked Up at Post Office', 'delivered'],
    ['Left with neighbour', 'delivered'],
    ['Signed by A. Smith', 'delivered'],
    ['已签收', 'delivered'],
    ['Livré', 'delivered'],
    ['Zugestellt', 'delivered'],
    ['تم التسليم', 'delivered'],
    ['Out for delivery', 'out_for_delivery'],
    ['正在派送', 'out_for_delivery'],
    ['The shipment is available for pick-up from the retail outlet Valentinskamp 88 20355 Hamburg as of now.', 'available_for_pickup'],
    ['Delivered to parcel locker', 'available_for_pickup'],
    ['Refused by recipient', 'exception refused'],
    ['Incorrect address', 'exception address'],
    ['Address has been corrected', 'nothing'],
    ['Damaged in transit, repacked', 'exception damaged'],
    ['Parcel arrived undamaged', 'nothing'],
    ['Shipping label created', 'info_received'],
    ['Departed from facility', 'nothing'],
    ['Not yet delivered', 'nothing'],
    ['Shipment returned', 'returned'],
    ['Delivered back to sender', 'returned'],
    ['Delivered to post office for collection', 'available_for_pickup'],
    ['The carrier has reported the package as lost', 'lost'],
    ['Refused', 'exception refused'],
    ['Receiver moved', 'exception address'],
    ['Address information needed', 'exception address'],
    ['Clearance delay', 'customs_held unknown'],
    ['With delivery courier', 'out_for_delivery'],
    ['On FedEx vehicle for delivery', 'out_for_delivery'],
  ])('"%s" says %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it('reads 300 hostile characters quickly', () => {
    const started = process.cpuUsage();
    for (const text of [
      'customs '.repeat(37),
      'a'.repeat(300),
      'return to '.repeat(30),
      'will be '.repeat(37),
      '1 '.repeat(150),
      'tax '.repeat(75),
      'document '.repeat(33),
      'пошлин '.repeat(42),
      '関税'.repeat(150),
    ])
      read(text);
    expect(process.cpuUsage(started).user).toBeLessThan(1_000_000);
  });
});

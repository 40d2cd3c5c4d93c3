/**
 * What carriers' event lines say, in the languages they are mostly written in. Looked at in this order, so that a
 * negation or a hand-over is met before the plain word it contains: "could not be delivered" before "delivered".
 */
import { MORE } from './event-phrases-more.ts';
import type { Phrase } from './phrase.ts';

const SENDER = '(?:the )?(?:original )?(?:sender|shipper|merchant|seller|origin)';
const PLACE_OF_TRANSIT =
  '(?:carrier|courier|airline|air transport|airport|(?:last[- ]mile|delivery|transport|logistics) (?:carrier|partner|company|provider|agent|service)|' +
  '(?:sorting|distribution|transit|delivery|processing|transfer|logistics|operation)s? (?:cent(?:er|re)|facility|office|hub|station|unit)|' +
  'facility|depot|hub|warehouse|terminal|customs|post office|postal service|port|exchange office|line[- ]?haul)';
const COLLECTION =
  '(?:pick[- ]?up (?:point|location|station|shop)|parcel ?(?:shop|locker|station|box)|service point|collection point|locker|access point|drop point)';

export const PHRASES: readonly Phrase[] = [
  // Back at the sender.
  {
    says: new RegExp(
      `\\breturn(?:ed)? (?:to|delivered to|received by) ${SENDER}|\\bdelivered (?:back )?to ${SENDER}\\b|\\b(?:shipment|package|parcel|item) (?:has been |was )?returned(?! to\\b)\\b|\\breturn (?:is )?(?:completed?|delivered)|\\breturned to origin\\b`,
      'i',
    ),
    unless: new RegExp(
      `\\b(?:being|will be|shall be|may be|must be|to be) returned|\\breturn to ${SENDER} (?:in progress|started|initiated|process)|(?<!ed )\\breturn to ${SENDER}\\b(?! (?:completed?|delivered))`,
      'i',
    ),
    reading: { state: 'returned' },
  },
  {
    says: /退件(?:已)?(?:签收|妥投)|已退(?:回|还)(?:给)?(?:寄件人|发件人|卖家|商家)|devuelto al remitente|retourné à l'expéditeur|an (?:den )?absender zurückgegeben/i,
    reading: { state: 'returned' },
  },

  MORE.returned,

  // On the way back.
  {
    says: new RegExp(
      `\\breturn(?:ing|ed)? to ${SENDER}|\\bbeing returned\\b|\\breturn (?:process )?(?:initiated|started|in progress)|\\bon (?:its|the) way back\\b|\\bwill be returned\\b|\\bto be returned\\b`,
      'i',
    ),
    reading: { state: 'returning' },
  },
  {
    says: /退回中|正在退回|退件(?!签收)|退运|en devolución|devolución al remitente|en cours de retour|retour (?:à|vers) l'expéditeur|rücksendung|zurück an (?:den )?absender/i,
    reading: { state: 'returning' },
  },

  MORE.returning,

  // Refused, wrong address, damaged, lost.
  {
    says: /\b(?:refused|rejected|declined) by (?:the )?(?:recipient|addressee|customer|consignee|receiver)|\b(?:recipient|addressee|customer|consignee|receiver) (?:has )?(?:refused|rejected|declined)|\b(?:delivery|package|parcel|shipment|item)(?: was| has been)? refused\b(?! (?:entry|import))|^refused\b|拒收|拒绝签收|rechazado por el destinatario|refusé par le destinataire|annahme verweigert/i,
    reading: { state: 'exception', reason: 'refused' },
  },
  {
    says: /\b(?:incorrect|insufficient|incomplete|wrong|bad|invalid|inaccurate) (?:delivery )?address|\baddress(?:ee)? (?:is |was )?(?:unknown|not found|incorrect|incomplete|insufficient|wrong)|\bproblem with the address|\baddress (?:correction|information|details?) (?:is |are )?(?:required|needed|missing)|\b(?:recipient|receiver|addressee|customer) (?:has )?moved\b|\bmoved,? left no\b|地址(?:错误|不详|不完整|有误|不正确)|dirección (?:incorrecta|incompleta|errónea)|adresse (?:incorrecte|incomplète|erronée|unvollständig|falsch)|empfänger unbekannt/i,
    unless: /address (?:has been |was )?(?:corrected|updated|changed)/i,
    reading: { state: 'exception', reason: 'address' },
  },
  {
    says: /\b(?:parcel|package|item|shipment|consignment|mail ?piece|it) (?:is|was|were|has been|have been|is now) (?:(?:confirmed|declared|reported|considered|deemed)(?: as)? )?(?:to be )?lost\b|\b(?:confirmed|declared|reported) (?:(?:the )?(?:package|parcel|shipment|item) )?(?:as |to be )?lost\b|\b(?:shipment|package|parcel|item) lost\b|(?:确认|已经|包裹|邮件|货物|快件)(?:已)?(?:丢失|遗失)|declarado perdido|(?:paquete|envío) (?:extraviado|perdido)|(?:colis|envoi) perdu|(?:paket|sendung) (?:ist )?(?:verloren|verschollen)/i,
    unless:
      /\bnot (?:been )?(?:lost|declared|reported|confirmed)|\b(?:may|might|could|possibly|presumed|presumably|suspected|probably|likely|considered) (?:have been |be |been |is |it is )?(?:\w+ )?lost\b|\bif\b|疑似|可能|未确认|没有丢失|posible|posiblemente|peut-être|möglicherweise|vielleicht/i,
    reading: { state: 'lost' },
  },
  {
    says: /\b(?:damaged?|broken|crushed|torn)\b|破损|损坏|dañado|endommagé|beschädigt/i,
    unless: /\b(?:not|no|without|un)[ -]?(?:been |any |visible )?damaged?|no visible damage|未破损|无破损|sin daños|unbeschädigt/i,
    reading: { state: 'exception', reason: 'damaged' },
  },

  MORE.refused,
  MORE.address,
  MORE.lost,
  MORE.damaged,

  // Customs: done, then why held, then held.
  {
    says: /\b(?:released|cleared|passed|departed|exited) (?:by|from|through)? ?(?:the )?(?:import |export )?customs\b|\bcustoms (?:clearance )?(?:is |has been |was )?(?:completed?|released|cleared|finished|done)\b|\bcustoms (?:status )?(?:updated )?released\b|清关(?:完成|完毕|结束|放行)|海关(?:已)?放行|通关完成|despacho (?:de aduanas? )?(?:completado|finalizado)|liberado por (?:la )?aduanas?|dédouané|dédouanement (?:terminé|effectué)|verzollung abgeschlossen|freigegeben/i,
    unless:
      /\bnot (?:yet )?(?:been )?(?:released|cleared|completed?)|\buncleared|\bawaiting|\bpending|未(?:放行|完成)|待|no (?:ha sido )?liberado|nicht/i,
    reading: { state: 'in_transit', why: 'released' },
  },
  {
    says: /\bprohibited\b|\bforbidden\b|\bbanned\b|\b(?:seized|confiscated)\b|\bnot (?:allowed|permitted|admissible) (?:to be import|for import|to enter)|\bimport (?:prohibited|not permitted|refused|denied)|\b(?:destroyed|refused|rejected) by customs|违禁|禁(?:止进口|运)|没收|海关销毁|artículo prohibido|decomisado|incautado|saisi par|marchandise interdite|beschlagnahmt|einfuhr verboten/i,
    unless: /\bnot prohibited|\bno prohibited|非违禁/i,
    reading: { state: 'customs_held', reason: 'prohibited' },
  },
  {
    says: /\b(?:duty|duties|vat|gst|tax(?:es)?|customs (?:charges?|fees?)|import (?:charges?|fees?)|clearance fees?|taxes douanières|amount)\b.{0,40}\b(?:due|payable|unpaid|outstanding|owed|required|needed|pending|requested|must be paid|to be paid|not (?:yet )?(?:been )?paid|awaiting|to pay)\b|\b(?:awaiting|pending|waiting for|requires?|request(?:ed|ing)?|unpaid|pay(?:ment)? (?:of|the)|collect(?:ing)?|due|outstanding)\b.{0,30}\b(?:duty|duties|vat|gst|tax(?:es)?|customs (?:charges?|fees?)|import (?:charges?|fees?))\b|\bheld for (?:payment|duties|duty|charges)|\bpayment (?:is )?(?:required|needed|due|pending|outstanding)\b.{0,40}\b(?:customs|release|clear)|\bcustoms\b.{0,40}\b(?:payment|charges?) (?:is |are )?(?:required|needed|due|pending|outstanding)|(?:关税|税(?:费|款|金)|增值税).{0,12}(?:未(?:付|缴)|待(?:付|缴)|需(?:要)?(?:支付|缴纳|付)|应(?:付|缴)|欠)|(?:待|需|请|等待)(?:支付|缴纳|缴|付|完成).{0,8}(?:关税|税)|pendiente(?:s)? de pago|pago de (?:aranceles|impuestos|iva)|(?:aranceles|impuestos|iva) (?:pendientes?|a pagar)|(?:droits|taxes|frais de douane|tva).{0,40}(?:à payer|dus|en attente)|en attente (?:de|du) (?:paiement|règlement)|(?:zoll|einfuhr|steuer|abgaben|gebühren)\S*.{0,30}(?:zu zahlen|fällig|offen|ausstehend)|الرسوم الجمركية (?:مستحقة|غير مدفوعة)/i,
    unless:
      /\b(?:duties|duty|vat|tax(?:es)?|charges?|fees?)\b (?:\w+ ){0,2}(?:have |has )?(?:been )?(?:are |is |were |was )?(?:already )?(?:paid|settled|collected)\b(?! by)|\bno (?:duty|duties|vat|tax(?:es)?|charges?|payment)\b|\bduty[- ]free\b|\bpayment received\b|已(?:支付|缴纳|付|缴)|无需|免税|pagado|payés?\b|réglés?\b|bezahlt/i,
    reading: { state: 'customs_held', reason: 'duties' },
  },
  {
    says: /\b(?:customs|clearance|import|authorit)\w*\b.{0,60}\b(?:documents?|documentation|paperwork|invoice|information|declaration|certificate|licen[cs]e|eori|tax id|id (?:number|card|copy)|identification)\b.{0,30}\b(?:required|needed|missing|requested|incomplete|awaited|incorrect|insufficient)|\b(?:missing|awaiting|requires?|requiring|incomplete|incorrect|insufficient|need(?:s|ed)?|request(?:ed|ing)?|provide|submit|lacking)\b.{0,40}\b(?:documents?|documentation|paperwork|(?:commercial |proforma )?invoice|customs information|clearance information|import licen[cs]e|eori|certificate)|需要(?:提供)?.{0,6}(?:资料|文件|发票|身份证|证明)|(?:缺少|等待|补充|待).{0,6}(?:清关)?(?:资料|文件|发票|单证)|falta(?:n)? (?:documento|documentación|factura)|documentación (?:pendiente|requerida|incompleta)|se requiere(?:n)? (?:documento|documentación|factura|información)|documents? manquants?|(?:facture|document)s? (?:requis|demandé)|(?:fehlende|unvollständige) (?:unterlagen|dokumente|rechnung)|(?:unterlagen|rechnung) (?:fehlt|fehlen|erforderlich)/i,
    unless:
      /\b(?:documents?|documentation|information|invoice) (?:has been |have been |was |were )?(?:received|accepted|provided)|资料已(?:收到|提供|提交)/i,
    reading: { state: 'customs_held', reason: 'documents' },
  },
  {
    says: /\b(?:customs|border|selected for|under|undergoing|subject to)\b.{0,30}\b(?:inspection|examination|inspected|examined|x-?ray|physical check|verification)|\b(?:inspection|examination) by (?:the )?customs|海关.{0,4}(?:查验|抽查|检查)|查验中|等待查验|inspección (?:de |por )?(?:la )?aduan|contrôle (?:douanier|en douane)|zoll(?:beschau|prüfung|kontrolle)/i,
    unless: /\b(?:inspection|examination) (?:is |was |has been )?(?:completed?|passed|finished|done)|查验(?:完成|通过|放行)/i,
    reading: { state: 'customs_held', reason: 'inspection' },
  },
  {
    says: /\b(?:held|detained|retained|stopped|on hold|withheld|hold)\b.{0,20}\bcustoms\b|\bclearance (?:is )?delay(?:ed)?\b|\bcustoms\b.{0,12}\b(?:hold|detention|retention|held|detained|retained)\b|扣关|海关(?:扣留|扣押|滞留)|被海关扣|retenido (?:por|en) (?:la )?aduana|retenu (?:par|en|à) (?:la )?douane|(?:vom|beim) zoll (?:angehalten|zurückgehalten|festgehalten)|محتجز.{0,6}الجمارك/i,
    unless: /\bno longer (?:held|detained|on hold)|\breleased\b/i,
    reading: { state: 'customs_held', reason: 'unknown' },
  },

  MORE.released,
  MORE.duties,
  MORE.documents,
  MORE.inspection,
  MORE.held,

  // Waiting to be fetched.
  {
    says: new RegExp(
      `\\b(?:available|ready|waiting|awaiting|held) (?:\\w+ ){0,3}(?:for|to be) ?(?:pick(?:ed)?[- ]?up|collect(?:ion|ed)|customer)|\\bawaiting (?:collection|pick[- ]?up)|\\bcan (?:now )?be (?:collected|picked up)|\\bheld at (?:the )?(?:local )?(?:post office|depot|facility|branch|${COLLECTION})|\\b(?:delivered|arrived|placed|left|deposited|dropped)(?: \\w+)? (?:to|at|in|into) (?:an? |the |your )?(?:\\w+ )?${COLLECTION}|\\bpick[- ]?up notice|\\bdelivered to (?:the |your )?(?:local )?post office (?:for|awaiting) (?:collection|pick[- ]?up)|到达待取|待(?:自)?取|可自提|自提点|已(?:放入|存入|投入).{0,8}(?:柜|驿站|代收点)|disponible para (?:su )?recogida|listo para recoger|en espera de recogida|disponible (?:en|au) (?:point|bureau)|à retirer|zur abholung bereit|abholbereit|liegt .{0,30}zur abholung`,
      'i',
    ),
    unless:
      /\bno longer available|\bby (?:the )?(?:carrier|courier|driver|airline)|\bcollected by (?:the )?(?:recipient|customer|addressee)|\bpicked up by (?:the )?(?:recipient|customer|addressee)|已取件/i,
    reading: { state: 'available_for_pickup' },
  },

  MORE.pickup,

  // Handed on to somebody who is not the shopper.
  {
    says: new RegExp(
      `\\b(?:delivered|handed over|handed|transferred|tendered|passed|released|given) (?:over )?to (?:an? |the |our |its |your )?(?:\\w+[ -]){0,3}${PLACE_OF_TRANSIT}\\b|\\bdelivered to (?:an? |the )?(?:local|final|last[- ]mile|domestic|destination|partner) (?:delivery )?(?:carrier|courier|company|partner|agent|post)\\b|\\bfor final delivery\\b|\\bdelivered by (?:the )?(?:airline|line[- ]?haul)|交(?:航|付)(?:承运|航空|末端|尾程)?|已?交(?:给|由).{0,8}(?:承运商|派送|邮政|快递)|送达(?:分拨|转运|中转|处理)中心|entregado (?:al|a la|a) (?:transportista|empresa de transporte|correos? local|aerolínea|operador)|remis (?:au transporteur|à la compagnie)|an (?:den )?(?:zustell)?partner übergeben`,
      'i',
    ),
    reading: { state: 'in_transit', why: 'handover' },
  },

  MORE.handover,

  // An attempt that failed.
  {
    says: /\b(?:not|never|in|un)[ -]?(?:be |been |yet )?(?:successfully )?deliver(?:ed|able|y)\b|\bcould(?: not|n['’]t) (?:be )?(?:deliver|complete)|\b(?:unable|failed|failure|impossible) (?:to|of|in) (?:complete )?(?:the )?deliver|\bdelivery (?:attempt(?:ed)?|failed|failure|unsuccessful|not (?:possible|completed)|was not|impossible|exception)|\b(?:unsuccessful|missed|failed|attempted|1st|2nd|3rd|first|second|third)(?: \w+)? (?:attempt(?:ed)?|delivery)\b|\battempted (?:to )?deliver|\bno[ -]?(?:one|body) (?:was )?(?:at )?(?:home|available|present|to receive)|\b(?:recipient|addressee|customer|consignee|receiver) (?:was |is )?(?:not (?:at home|available|present|in)|absent|unavailable)|\bnotice left\b|\bbusiness (?:was )?closed|投递(?:失败|未成功|不成功)|派(?:送|件)(?:失败|不成功)|未(?:能)?(?:妥投|投递|送达|派送成功)|(?:收件人|客户).{0,4}(?:不在|无人|联系不上|无法联系)|no (?:se )?(?:pudo|ha podido) (?:ser )?entrega|no entregado|intento de entrega|entrega fallida|destinatario ausente|ausente|non livré|n'a pas pu être (?:livré|distribué)|(?:tentative|échec) de livraison|destinataire absent|nicht (?:zugestellt|angetroffen|erfolgreich)|zustell(?:versuch|ung) (?:nicht|fehl|erfolglos)|konnte nicht zugestellt|لم يتم التسليم|تعذر التسليم|محاولة تسليم/i,
    reading: { state: 'attempt_failed' },
  },

  MORE.failed,

  // On the van.
  {
    says: /\bout for (?:\w+ )?delivery\b|\bwith (?:the )?(?:delivery )?(?:courier|driver) for delivery|\bwith (?:the )?delivery courier\b|\bon (?:the |\w+ )?(?:delivery )?vehicle\b|\bdelivery in progress\b|派(?:送|件)(?:中|途中)|正在(?:派送|投递|派件)|安排(?:投递|派送)|en reparto|en cours de livraison|in (?:die )?zustellung|zustellfahrzeug|خرج للتسليم|قيد التوصيل/i,
    unless: /\bnot out for delivery\b/i,
    reading: { state: 'out_for_delivery' },
  },

  MORE.out,

  // With the shopper, at last.
  {
    says: /\bdelivered\b|\bdelivery (?:is |was |has been )?(?:completed?|successful)|\bsuccessfully delivered|\bsigned (?:for )?by\b|\bproof of delivery\b|\b(?:handed (?:over )?to|collected by|picked up by|received by) (?:the )?(?:recipient|resident|addressee|customer|consignee|receiver|neighbou?r|individual)|\b(?:left|deposited|placed) (?:with|at|in|on|by) (?:an? |the |your )?(?:\w+ )?(?:front door|door|porch|neighbou?r|reception|mail ?(?:box|room)|letter ?box|safe place|garage|garden|concierge|front desk)|妥投|(?:已|本人|他人|邻居|家人|门卫)签收|签收(?:成功|人)|已(?:送达|投递)(?!.{0,6}(?:中心|机场|口岸))|\bentregado\b|\b(?:livré|distribué)e?(?!\p{L})|\bzugestellt\b|تم (?:التسليم|التوصيل)/iu,
    unless: /待签收|未签收|等待签收|准备签收/,
    reading: { state: 'delivered' },
  },

  MORE.delivered,

  // Nothing but a label.
  {
    says: /\b(?:shipping |shipment )?label (?:has been |was )?(?:created|printed)|\belectronic(?:al)? (?:shipment |shipping )?(?:notification|information|data|info)\b|\b(?:shipment|shipping|order|parcel|package|item)? ?(?:information|info|data) (?:has been |have been |was )?(?:electronically )?(?:received|submitted|transmitted|sent to)|\bpre-?(?:advice|advised|shipment|alert|notification)|\bawaiting (?:the )?(?:item|package|parcel|shipment|receipt)|\bnot (?:yet )?(?:received|in possession)|电子(?:信息|预报)|(?:已)?(?:预报|下单)(?!.*收)|运单(?:已)?(?:创建|生成)|preadmisi[oó]n|pre-?registrado|prerregistrado|étiquette (?:créée|imprimée)|elektronisch angekündigt|sendungsdaten (?:elektronisch )?übermittelt/i,
    reading: { state: 'info_received' },
  },
  MORE.label,
];

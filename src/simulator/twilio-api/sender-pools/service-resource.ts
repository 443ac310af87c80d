/** What is known of a Messaging Service. */
interface Service {
  sid: string;
  accountSid: string;
  url: string;
  made: string;
  webhook: string;
}

/** The other resources below it, by the names that Twilio gives the links. */
const LINKS = {
  phone_numbers: 'PhoneNumbers',
  short_codes: 'ShortCodes',
  alpha_senders: 'AlphaSenders',
  messages: 'Messages',
  us_app_to_person: 'Compliance/Usa2p',
  us_app_to_person_usecases: 'Compliance/Usa2p/Usecases',
  channel_senders: 'ChannelSenders',
  destination_alpha_senders: 'DestinationAlphaSenders',
};

/** The Service resource, as one is that nobody has changed: twilio.com/docs/messaging/api/service-resource. */
export function serviceResource({ sid, accountSid, url, made, webhook }: Service) {
  const links = Object.entries(LINKS).map(([name, path]) => [name, `${url}/${path}`]);
  return {
    sid,
    account_sid: accountSid,
    friendly_name: 'Simulator',
    date_created: made,
    date_updated: made,
    inbound_request_url: webhook,
    inbound_method: 'POST',
    fallback_url: null,
    fallback_method: 'POST',
    status_callback: null,
    sticky_sender: true,
    mms_converter: true,
    smart_encoding: true,
    scan_message_content: 'inherit',
    fallback_to_long_code: false,
    area_code_geomatch: true,
    synchronous_validation: false,
    validity_period: 36_000,
    url,
    links: Object.fromEntries(links) as Record<keyof typeof LINKS, string>,
    usecase: 'undeclared',
    us_app_to_person_registered: false,
    use_inbound_webhook_on_number: false,
  };
}

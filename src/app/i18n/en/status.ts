/** Whether my work is on the server. */
export const status = {
  saved: 'Saved',
  saving: 'Saving…',
  connecting: 'Connecting…',
  reconnecting: 'Reconnecting…',
  restarting: 'The server is restarting – reconnecting…',
  tryLater: 'The server cannot save yet – changes are kept on this device',
  tooMany: 'The server is busy – trying again shortly',
  otherProtocol: 'This page is out of date – changes are kept on this device',
  offline: 'Offline – changes are kept on this device',
} as const;

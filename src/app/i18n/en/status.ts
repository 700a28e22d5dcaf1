/** Whether my work is on the server. */
export const status = {
  saved: 'Saved',
  saving: 'Saving…',
  connecting: 'Connecting…',
  reconnecting: 'Reconnecting…',
  offline: 'Offline – changes are kept on this device',
} as const;

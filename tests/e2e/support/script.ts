import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Api } from './api.ts';
import type { Product } from './product.ts';

/** The product as a script reaches it that holds nothing but an API token. */
export interface Script {
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Opens a procedure with the ordinary y-websocket client, and waits until it is there. */
  join(id: string): Promise<JoinedScript>;
}

interface JoinedScript {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
}

export async function openScript({ url }: Product, api: Api): Promise<Script> {
  const answer = await api.send('POST', '/api/tokens', { name: 'skrip' });
  const { token } = (await answer.json()) as { token: string };
  return {
    fetch: (path, init = {}) =>
      fetch(url + path, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${token}` },
      }),
    async join(id) {
      const doc = new Y.Doc();
      const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/sync`, id, doc, {
        params: { token },
        WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
        disableBc: true,
      });
      await new Promise<void>((resolve) => {
        provider.on('sync', (isSynced) => isSynced && resolve());
      });
      return { doc, provider };
    },
  };
}

import './mantineStyles.ts';
import './app.css';
import '#ui/touch.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { openI18n } from './i18n/i18n.ts';

const root = document.getElementById('root');
if (!root) throw new RangeError('index.html has no #root');

await openI18n();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

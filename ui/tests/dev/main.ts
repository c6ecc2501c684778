import { openWindow } from '../../src/window';
import { MemoryHost } from './memory-host';

const query = new URLSearchParams(location.search);
const start = query.get('start');
const language = query.get('lang');
const host = new MemoryHost(
  start === 'none' || start === 'empty' || start === 'large' ? start : 'published',
  language === 'fr' || language === 'es' ? language : 'en',
);
const target = document.getElementById('app');
if (target) void openWindow(host, target);

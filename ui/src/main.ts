import { openHost } from './lib/host/open';
import { openWindow } from './window';

const host = openHost();
const target = document.getElementById('app');
if (host && target) void openWindow(host, target);

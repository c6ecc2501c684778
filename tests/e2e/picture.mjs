// Writes a picture of the window's first page: node picture.mjs PROGRAM FOLDER FILE
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { Window, display, picture } from "./window.mjs";

const [program, folder, file] = process.argv
  .slice(2)
  .map((word) => resolve(word));
const screen = await display();
try {
  const window = await Window.open({ program, folder, screen });
  await window.find('[data-place] h1, [data-part="first-start"]');
  writeFileSync(file, picture(screen));
  await window.close();
} finally {
  screen.end();
}

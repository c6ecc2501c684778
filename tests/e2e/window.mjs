// Drives the real window: an X server of its own, WebKitWebDriver, and the program as it is built.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  closeSync,
  openSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

// The packages of the pages serve these tests too, so that there is one lock file.
const require = createRequire(
  new URL("../../ui/package.json", import.meta.url),
);
const { Builder, By, Capabilities, Key, until } = require("selenium-webdriver");

export { By, Key, until };

/** How long a condition may take to come true; only a failure waits that long. */
const PATIENCE_MS = 20_000;

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function accepts(port) {
  const { connect } = await import("node:net");
  for (;;) {
    const socket = connect(port, "127.0.0.1");
    const open = await Promise.race([
      once(socket, "connect").then(() => true),
      once(socket, "error").then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (open) return;
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** Starts an X server on a free display; answers the display and how to end it. */
export async function display(size = "1280x800") {
  const server = spawn(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", `${size}x24`, "-nolisten", "tcp"],
    {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
      detached: true,
    },
  );
  const [number] = await once(server.stdio[3], "data");
  return {
    name: `:${String(number).trim()}`,
    end() {
      process.kill(-server.pid, "SIGKILL");
    },
  };
}

/** A picture of the screen. The driver's own waits for a frame that an idle window never draws. */
export function picture(screen) {
  return execFileSync(
    "import",
    ["-display", screen.name, "-window", "root", "png:-"],
    { maxBuffer: 1 << 26 },
  );
}

/** A window of the program on a folder, with what a person does to it. */
export class Window {
  static async open({ program, folder, screen, env = {}, files = [] }) {
    const port = await freePort();
    const log = openSync(join(folder, "driver.log"), "a");
    // A group of its own and output to a file: a child that survives would else keep the test runner waiting.
    const driver = spawn("WebKitWebDriver", [`--port=${port}`], {
      env: {
        ...process.env,
        LANG: "C.UTF-8",
        WEBKIT_DISABLE_DMABUF_RENDERER: "1",
        ...env,
        // What the web view remembers stays with the story, too.
        XDG_DATA_HOME: folder,
        XDG_CONFIG_HOME: folder,
        XDG_CACHE_HOME: folder,
        DISPLAY: screen.name,
        TAURI_WEBVIEW_AUTOMATION: "true",
      },
      stdio: ["ignore", log, log],
      detached: true,
    });
    closeSync(log);
    await accepts(port);
    const capabilities = new Capabilities();
    capabilities.setBrowserName("wry");
    capabilities.set("webkitgtk:browserOptions", {
      binary: program,
      args: ["--folder", folder, ...files],
    });
    const web = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities(capabilities)
      .build();
    return new Window(web, driver, screen, folder);
  }

  constructor(web, driver, screen, folder) {
    this.web = web;
    this.screen = screen;
    this.folder = folder;
    this.driver = driver;
  }

  /** Waits for what a selector names and answers it. */
  find(selector) {
    return this.web.wait(
      until.elementLocated(By.css(selector)),
      PATIENCE_MS,
      `no ${selector}`,
    );
  }

  /** Waits for an element with a text. */
  text(text, tag = "*") {
    const path = `//${tag}[normalize-space(.)=${JSON.stringify(text)}]`;
    return this.web.wait(
      until.elementLocated(By.xpath(path)),
      PATIENCE_MS,
      `no text ${text}`,
    );
  }

  /** Waits until a function of the page answers something true, and answers that. */
  wait(what, script, ...args) {
    return this.web.wait(
      () => this.web.executeScript(script, ...args),
      PATIENCE_MS,
      what,
    );
  }

  async click(selector) {
    const found = await this.find(selector);
    await this.web.wait(
      until.elementIsVisible(found),
      PATIENCE_MS,
      `${selector} is not visible`,
    );
    await found.click();
  }

  async hover(selector) {
    await this.web
      .actions()
      .move({ origin: await this.find(selector) })
      .perform();
  }

  /** Types into whatever has the focus. */
  async keys(...keys) {
    await this.web
      .actions()
      .sendKeys(...keys)
      .perform();
  }

  /** Presses keys together, such as Control and k. */
  async chord(...keys) {
    const actions = this.web.actions();
    for (const key of keys) actions.keyDown(key);
    for (const key of keys.toReversed()) actions.keyUp(key);
    await actions.perform();
  }

  /** Asks the core as the page does. */
  ask(command, args = {}) {
    return this.web.executeAsyncScript(
      "const done = arguments[2]; window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1]).then(done, (e) => done({ refused: e }));",
      command,
      args,
    );
  }

  /** Finds what a screen reader or a keyboard could not use in the page as it is. */
  async axe() {
    const source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
    await this.web.executeScript(`if (!window.axe) { ${source} }`);
    const found = await this.web.executeAsyncScript(
      "const done = arguments[0]; axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then((r) => done(r.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)));",
    );
    return found;
  }

  /** Ends the program and its driver at once, as a power cut would. */
  kill() {
    execFileSync("pkill", ["-KILL", "-f", "--", `--folder ${this.folder}`]);
    process.kill(-this.driver.pid, "SIGKILL");
  }

  /** Closes the window as a person does. */
  async close() {
    await this.web.quit();
    process.kill(-this.driver.pid, "SIGKILL");
  }
}

/** A folder for a window's stores that is gone afterwards. */
export function folder(test) {
  const made = mkdtempSync(join(tmpdir(), "workstream-desk-"));
  test?.after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

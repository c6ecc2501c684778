/** Writes the system's theme and contrast to the root element, and keeps following them. */
export function followSystemTheme(root: HTMLElement): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const more = matchMedia('(prefers-contrast: more)');
  const apply = (): void => {
    root.dataset['theme'] = dark.matches ? 'dark' : 'light';
    if (more.matches) root.dataset['contrast'] = 'more';
    else delete root.dataset['contrast'];
  };
  apply();
  dark.addEventListener('change', apply);
  more.addEventListener('change', apply);
}

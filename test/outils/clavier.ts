import type { Page } from 'playwright-core';

/** Where the keyboard is. */
interface Arret {
  /** What a reader hears of it, as far as tests need: its label, else its text. */
  nom: string;
  /** Why who reads the page would not see that it is there. */
  fautes: string[];
}

/** Run in the page. Of two colours, 3:1 is what RGAA 10.7 and WCAG 1.4.11 ask of what shows the focus. */
const REGARDER = `(() => {
  const e = document.activeElement;
  if (e === null || e === document.body) return null;
  const nom = (e.getAttribute('aria-label') ?? (e.labels?.length ? e.labels[0] : e).textContent).replace(/\\s+/g, ' ').trim();
  const lire = (couleur) => couleur.match(/[\\d.]+/g).map(Number);
  const clarte = ([r, v, b]) =>
    [r, v, b].reduce((somme, c, i) => {
      const s = c / 255;
      return somme + [0.2126, 0.7152, 0.0722][i] * (s <= 0.03928 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4);
    }, 0);
  const fond = (noeud) => {
    if (noeud === null) return [255, 255, 255];
    const [r, v, b, opacite = 1] = lire(getComputedStyle(noeud).backgroundColor);
    return opacite === 0 ? fond(noeud.parentElement) : [r, v, b];
  };
  const style = getComputedStyle(e);
  const [clair, sombre] = [clarte(lire(style.outlineColor)), clarte(fond(e.parentElement))].sort((a, b) => b - a);
  const { left, top, right, bottom, width, height } = e.getBoundingClientRect();
  const dedans = left < innerWidth && right > 0 && top < innerHeight && bottom > 0 && width > 1 && height > 1;
  const devant = dedans && document.elementFromPoint(
    Math.min(Math.max(left + 4, 0), innerWidth - 1), Math.min(Math.max((Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2, 0), innerHeight - 1));
  return {
    nom,
    fautes: [
      ...(style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2 ? ['rien ne l’entoure'] : []),
      ...((clair + 0.05) / (sombre + 0.05) < 3 ? ['ce qui l’entoure ne se voit pas : ' + style.outlineColor] : []),
      ...(dedans ? [] : ['hors de l’écran']),
      ...(!dedans || e.contains(devant) || devant?.contains(e) ? [] : ['caché par ' + devant?.outerHTML.slice(0, 80)]),
    ],
  };
})()`;

/** More stops than any page has. */
const ARRETS_MAX = 250;

/** A page that is read without a mouse: where one goes is reached stop after stop, and each must be seen. */
export class Clavier {
  /** Stops that nobody would see, with where they are. */
  readonly fautes: string[] = [];

  constructor(private readonly page: Page) {}

  /** Where it is now; null before the first stop of a page. */
  async ici(): Promise<string | null> {
    await this.page.waitForLoadState();
    const arret: Arret | null = await this.page.evaluate(REGARDER);
    for (const faute of arret?.fautes ?? [])
      this.fautes.push(`${new URL(this.page.url()).pathname}, « ${arret!.nom.slice(0, 80)} » : ${faute}`);
    return arret?.nom ?? null;
  }

  /** On to the next stop whose name starts so. @returns the stops on the way @throws Error when none is on the page */
  async jusqua(nom: string, touche: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<string[]> {
    const passes: string[] = [];
    while (passes.length < ARRETS_MAX) {
      await this.page.keyboard.press(touche);
      const ici = await this.ici();
      if (ici?.startsWith(nom)) return passes;
      passes.push(ici ?? '(hors de la page)');
    }
    throw new Error(`« ${nom} » ne s’atteint pas au clavier : ${[...new Set(passes)].join(' | ')}`);
  }

  /** On to a link or a button, and through it to the page that it leads to. */
  async suivre(nom: string, touche: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.jusqua(nom);
    await this.valider(touche);
  }

  /** A key that leads to another page. */
  async valider(touche: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), this.page.keyboard.press(touche)]);
  }

  /** On to a list, and down to one of its values. */
  async choisir(champ: string, valeur: string): Promise<void> {
    await this.jusqua(champ);
    const choisie = () => this.page.evaluate<string>('document.activeElement.value');
    await this.page.keyboard.press('Home');
    for (let i = 0; i < ARRETS_MAX && (await choisie()) !== valeur; i++) await this.page.keyboard.press('ArrowDown');
  }

  /** On to a field, and what is typed there. */
  async remplir(champ: string, texte: string): Promise<void> {
    await this.jusqua(champ);
    await this.page.keyboard.type(texte);
  }
}

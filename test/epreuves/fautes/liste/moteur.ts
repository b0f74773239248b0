import type { Faute } from '../faute';

export const pannesDuMoteur: readonly Faute[] = [
  {
    nom: 'moteur-tue',
    quoi: 'le serveur Temporal entier tué (−9)',
    dit: /Le moteur Temporal .*(ne répond pas|ne nous prend pas)/,
    async provoquer({ grappe }) {
      await grappe.tuer(null);
      return { lever: () => grappe.relancer(null) };
    },
  },
  {
    nom: 'history-tue',
    quoi: 'le service `history` tué (−9), seul',
    dit: /Le moteur Temporal .*(ne répond pas|ne nous prend pas)/,
    enQuatre: true,
    async provoquer({ grappe }) {
      await grappe.tuer('history');
      return { lever: () => grappe.relancer('history') };
    },
  },
];

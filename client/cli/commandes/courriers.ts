import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { fuseau } from '../../../domain/calendrier/fuseaux';
import { residenceDe } from '../../../domain/faits/residence-de';
import type { CourrierAPartir } from '../../../domain/parcours/previsualiser';
import type { Situation } from '../../../domain/parcours/situation';
import {
  type CourrierAvecEnvois,
  courriersDuDossier,
  estSansContenu,
  lireContenu,
  type Registre,
  type StatutInscrit,
} from '../../../registre';
import { departDit } from '../../affichage/departs';
import { instantEnClair, libellesDestinataire, titreCourrier } from '../../affichage/libelles';
import { parOu, statutInscritDit } from '../../affichage/sort-courrier';
import { courriersAPartir } from '../../usages/commun/a-partir';
import { lireConnu } from '../../usages/commun/lire-connu';
import { avecRegistre, numeroDonne } from '../services';
import { type Console, dire, donner, tableau } from '../sortie';
import { ajouterApercu } from './courriers-apercu';
import { ajouterGestes } from './courriers-gestes';
import { ajouterRapprochement } from './courriers-rapprocher';

/** `courriers`: the letters of a dossier, and on demand exactly what was sent, as files. */
export const courriers = (commande: Command, console: Console): Command => {
  // What follows a gesture's name is the gesture's own: `courriers liste --json`.
  ajouterGestes(commande.enablePositionalOptions(), console);
  ajouterApercu(commande, console);
  ajouterRapprochement(commande, console);
  return commande
    .description(
      'Montre les courriers d’un dossier, partis et à venir ; --sortie écrit ce qui a été envoyé, octet pour octet.',
    )
    .argument('<numero>', 'numéro du dossier')
    .option('--sortie <dossier>', 'écrit les PDF, textes et HTML envoyés dans ce dossier')
    .option('--json', 'réponse lisible par une machine')
    .action(async (saisi: string, { sortie, json }: { sortie?: string; json?: boolean }) => {
      const numero = numeroDonne(saisi);
      await avecRegistre(console, async ({ registre, reglages }) => {
        const inscrit = await lireConnu(registre, numero);
        const partis = await courriersDuDossier(registre, numero);
        const vue = { maintenant: console.maintenant(), envoi: reglages.envoi };
        const aPartir = await courriersAPartir(registre, inscrit, vue);
        // What is being tried is in the first table already, whether its journey knows or not.
        const entames = new Set(partis.filter(({ statut }) => ENTAMES.includes(statut)).map(({ cle }) => cle));
        const prevus = aPartir.filter(({ cle, statut }) => statut === 'A_VENIR' && !entames.has(cle));
        const fichiers = sortie === undefined ? [] : await ecrire(registre, partis, sortie);
        if (json)
          return donner(console, { numero, courriers: partis, prevus, ...(sortie === undefined ? {} : { fichiers }) });
        if (partis.length + prevus.length === 0) return dire(console, 'Aucun courrier.');
        const zone = fuseau(residenceDe(inscrit));
        if (partis.length > 0) dire(console, tableauPartis(partis, inscrit.situation, aPartir, zone));
        if (prevus.length > 0) {
          const colonnes = [{ titre: 'Part le', max: 40 }, { titre: 'Courrier' }, { titre: 'À' }];
          const lignes = prevus.map((c) => [
            departDit(c, zone),
            // The key is what « retenir » asks for.
            `${titreCourrier(c.code, c.annonce !== undefined)}\nclé : ${c.cle}`,
            libellesDestinataire[c.destinataire],
          ]);
          dire(console, `${partis.length > 0 ? '\n' : ''}${tableau(colonnes, lignes)}`);
        }
        for (const fichier of fichiers) dire(console, `Écrit : ${fichier}`);
      });
    });
};

/** Tried, and not gone by all of its channels. */
const ENTAMES: readonly StatutInscrit[] = ['EN_REMISE', 'A_REPRENDRE'];

function tableauPartis(
  partis: CourrierAvecEnvois[],
  situation: Situation | null,
  aPartir: readonly CourrierAPartir[],
  zone: string,
): string {
  const essais = new Map(aPartir.filter(({ statut }) => statut === 'A_REPRENDRE').map(({ cle, reel }) => [cle, reel]));
  const colonnes = [
    { titre: 'Courrier' },
    { titre: 'À' },
    { titre: 'État' },
    { titre: 'Parti le' },
    { titre: 'Objet' },
  ];
  const lignes = partis.map((c) => [
    titreCourrier(c.code),
    libellesDestinataire[c.destinataire],
    statutInscritDit(c, situation),
    c.partiLe ? instantEnClair(c.partiLe, zone) : '–',
    [estSansContenu(c) ? 'contenu perdu' : (c.envois.at(-1)?.objet ?? '–'), parOu(c, essais.get(c.cle) ?? null, zone)]
      .filter(Boolean)
      .join('\n'),
  ]);
  return tableau(colonnes, lignes);
}

/** One file per content of each envoi, named so that a folder reads in order. @returns what was written */
async function ecrire(registre: Registre, partis: CourrierAvecEnvois[], dossier: string): Promise<string[]> {
  mkdirSync(dossier, { recursive: true });
  const ecrits: string[] = [];
  // Two letters of one code and day, the second after a correction: each has its files.
  const rangs = new Map<string, number>();
  for (const { datePrevue, code, destinataire, envois } of partis) {
    const lettre = [datePrevue, code, destinataire.toLowerCase()].join('-');
    const rangDuJour = (rangs.get(lettre) ?? 0) + 1;
    rangs.set(lettre, rangDuJour);
    const prefixe = rangDuJour === 1 ? lettre : `${lettre}-bis${rangDuJour}`;
    for (const envoi of envois) {
      const contenus = [
        [envoi.pdfSha256, 'pdf'],
        [envoi.texteSha256, 'txt'],
        [envoi.htmlSha256, 'html'],
        [envoi.icsSha256, 'ics'],
      ] as const;
      for (const [sha, extension] of contenus) {
        const contenu = sha === null ? null : await lireContenu(registre, sha);
        if (contenu === null) continue;
        const nom = [prefixe, envoi.rang, envoi.canal.toLowerCase()].join('-');
        const fichier = join(dossier, `${nom}.${extension}`);
        writeFileSync(fichier, contenu.octets);
        ecrits.push(fichier);
      }
    }
  }
  return ecrits;
}

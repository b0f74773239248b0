import type { Command } from 'commander';
import { libellesRoles } from '../../../domain/comptes/roles';
import { listerComptes } from '../../../registre';
import { creerUnCompte } from '../../usages/creer-compte';
import { desactiverUnCompte } from '../../usages/desactiver-compte';
import { reinitialiserUnCompte } from '../../usages/reinitialiser-compte';
import { gestesDe } from '../gestes';
import { AUTEUR, type AvecRegistre, avecRegistre } from '../services';
import { type Console, dire, donner, tableau } from '../sortie';

interface OptionsCreer {
  nom: string;
  adresse: string;
  role: string;
  agence?: string;
  auteur: string;
}

/** `comptes creer|desactiver|reinitialiser|lister`: who may sign in to the web tool. */
export function comptes(commande: Command, console: Console): Command {
  const geste = gestesDe(commande);
  const signe = (nom: string, resume: string): Command =>
    geste(nom, resume)
      .argument('<id>', 'identifiant du compte, gardé au journal des dossiers : lettres minuscules, chiffres, tirets')
      .option('--auteur <id>', 'identifiant de qui le fait', AUTEUR);
  commande.description(
    'Ouvre, ferme et liste les comptes de l’outil web. Un compte neuf ou réinitialisé choisit son mot de passe, ou d’entrer par le fournisseur d’identité, par un lien qui sert une fois, pendant deux jours.',
  );

  signe('creer', 'ouvre un compte et donne son lien d’entrée')
    .requiredOption('--nom <texte>', 'prénom et nom')
    .requiredOption('--adresse <adresse>', 'adresse e-mail, avec laquelle on entre')
    .requiredOption('--role <role>', `un de : ${ROLES}`)
    .option('--agence <id>', 'agence dont il voit les dossiers ; aucune pour administrateur et exploitation')
    .action((id: string, { nom, adresse, role, agence, auteur }: OptionsCreer) =>
      avecRegistre(console, async (s) => {
        const saisi = { id, nom, adresse, role, agence: agence ?? null };
        direLien(console, s, await creerUnCompte(s.registre, saisi, auteur, console.maintenant()));
      }),
    );
  signe('reinitialiser', 'retire à un compte ce par quoi il entrait et donne un nouveau lien d’entrée').action(
    (id: string, { auteur }: { auteur: string }) =>
      avecRegistre(console, async (s) =>
        direLien(console, s, await reinitialiserUnCompte(s.registre, id, auteur, console.maintenant())),
      ),
  );
  signe('desactiver', 'ferme un compte pour de bon, et ses sessions avec lui').action(
    (id: string, { auteur }: { auteur: string }) =>
      avecRegistre(console, async ({ registre }) => {
        await desactiverUnCompte(registre, id, auteur, console.maintenant());
        dire(console, `Le compte ${id} n’entre plus.`);
      }),
  );
  geste('lister', 'montre les comptes, leur rôle et leur agence')
    .option('--json', 'réponse lisible par une machine')
    .action(({ json }: { json?: boolean }) => faireLister(console, json === true));
  return commande;
}

const ROLES = 'conseiller, responsable, juriste, lecture-seule, administrateur, exploitation';

function direLien(console: Console, { reglages }: AvecRegistre, chemin: string): void {
  dire(console, 'Lien d’entrée, à remettre à la personne elle-même. Il sert une fois, pendant deux jours :');
  // On a line of its own, whole: it is copied.
  console.sortie.write(`${reglages.url?.replace(/\/$/, '') ?? ''}${chemin}\n`);
}

const COLONNES = ['Identifiant', 'Nom', 'Rôle', 'Agence', 'État'].map((titre) => ({ titre }));

const faireLister = (console: Console, json: boolean): Promise<void> =>
  avecRegistre(console, async ({ registre }) => {
    const liste = await listerComptes(registre);
    if (json) return donner(console, liste);
    if (liste.length === 0) return dire(console, 'Aucun compte n’est ouvert.');
    const etat = (c: (typeof liste)[number]) => {
      if (c.desactiveLe !== null) return 'désactivé';
      if (c.demonstration) return 'de démonstration';
      if (c.parIdentite) return 'en service, par fournisseur d’identité';
      return c.motDePasse ? 'en service' : 'sans mot de passe';
    };
    dire(
      console,
      tableau(
        COLONNES,
        liste.map((c) => [c.id, c.nom, libellesRoles[c.role], c.agence ?? '–', etat(c)]),
      ),
    );
  });

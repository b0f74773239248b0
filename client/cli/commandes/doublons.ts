import type { Command } from 'commander';
import { enChiffres } from '../../../domain/calendrier/dates';
import type { PersonneConnue } from '../../../registre';
import { compte } from '../../affichage/libelles';
import { chercherDoublons } from '../../usages/chercher-doublons';
import { agenceVue, avecRegistre } from '../services';
import { type Console, dire, donner, tableau } from '../sortie';

/** `doublons`: dossiers that are probably about one person. */
export const doublons = (commande: Command, console: Console): Command =>
  commande
    .description(
      'Cherche les dossiers qui parlent sans doute de la même personne : mêmes nom et prénom (accents, ligatures et ordre ne comptent pas), même naissance à un jour près. Rien n’est changé.',
    )
    .option('--json', 'réponse lisible par une machine')
    .action(async ({ json }: { json?: boolean }) =>
      avecRegistre(console, async ({ registre }) => {
        const groupes = await chercherDoublons(registre, agenceVue(console));
        if (json)
          return donner(
            console,
            groupes.map((groupe) => groupe.map(enJson)),
          );
        if (groupes.length === 0) return dire(console, 'Aucun double.');
        const colonnes = [
          { titre: 'Personne', droite: true },
          { titre: 'Numéro' },
          { titre: 'Bénéficiaire', max: 30 },
          { titre: 'Naissance' },
          { titre: 'Remise' },
        ];
        dire(console, tableau(colonnes, groupes.flatMap(rangs)));
        dire(
          console,
          `\n${compte(groupes.length, 'personne a sans doute', 'personnes ont sans doute')} plusieurs dossiers.`,
        );
      }),
    );

const enJson = ({ numero, identite: { prenom, nom }, dateNaissance, dateRemise }: PersonneConnue) => ({
  numero,
  prenom,
  nom,
  dateNaissance,
  dateRemise,
});

const rangs = (groupe: PersonneConnue[], i: number): string[][] =>
  groupe.map(({ numero, identite: { prenom, nom }, dateNaissance, dateRemise }, rang) => [
    rang === 0 ? String(i + 1) : '',
    numero,
    `${prenom} ${nom}`,
    enChiffres(dateNaissance),
    enChiffres(dateRemise),
  ]);

import { ajouterJours, type DateCivile } from '../../domain/calendrier/dates';
import { dateLocale } from '../../domain/calendrier/fuseaux';
import { ouvrePrecedentOuEgal, ouvreSuivantOuEgal } from '../../domain/calendrier/jours-ouvres';
import { estEntretienLegal } from '../../domain/faits/entretiens';
import type { SaisieRendezVous } from '../../domain/rendez-vous/saisie';
import { lireDossier, listerDossiers } from '../../registre';
import { planifierRendezVous } from '../usages/planifier-rendez-vous';
import { lireContexte } from '../usages/rendez-vous/contexte';
import type { DepsRendezVous } from '../usages/rendez-vous/suite';

/** Enough to see the panel, the invitations and the morning list with something in them. */
const NOMBRE = 6;

/** Modes in turn, with what each needs. */
const MANIERES: readonly Partial<SaisieRendezVous>[] = [
  { mode: 'PRESENTIEL', heure: '09:30', lieu: 'à l’agence, bureau 2' },
  { mode: 'VISIO', heure: '11:00', lien: 'https://visio.example.org/csp' },
  { mode: 'PRESENTIEL', heure: '14:15', lieu: 'à l’agence, salle des ateliers' },
];

/** Plans the next interview of some invented people, whose invitations leave as those of anyone. @returns how many */
export async function planifierExemples(deps: DepsRendezVous, maintenant: Date): Promise<number> {
  const demain = ajouterJours(dateLocale(maintenant, 'Europe/Paris'), 1);
  let planifies = 0;
  for (const { numero } of await listerDossiers(deps.registre, { etat: 'EN_CSP' })) {
    if (planifies === NOMBRE) break;
    const inscrit = await lireDossier(deps.registre, numero);
    const entretien = inscrit?.situation?.echeances.find((e) => e.statut === 'A_VENIR' && estEntretienLegal(e.cle));
    if (!inscrit || !entretien) continue;
    const { residence } = inscrit.dossier;
    const jour = jourDe(entretien.debut, entretien.date, demain, residence);
    const saisie = {
      sorte: entretien.cle,
      duree: '60',
      jour,
      ...MANIERES[planifies % MANIERES.length]!,
    } as SaisieRendezVous;
    const id = `exemple-${numero}`;
    const suite = await planifierRendezVous(
      deps,
      await lireContexte(deps, numero),
      { id, saisie },
      { auteur: 'jalon-exemples', confirme: true },
      maintenant,
    );
    if (suite.statut === 'FAIT') planifies += 1;
  }
  return planifies;
}

/** A day of the window, not too near: ten days ahead when it allows, else its last useful day. */
function jourDe(debut: DateCivile | null, fin: DateCivile, demain: DateCivile, residence: string): DateCivile {
  const premier = debut !== null && debut > demain ? debut : demain;
  const souhaite = ouvreSuivantOuEgal(ajouterJours(premier, 10), residence);
  return souhaite <= fin ? souhaite : ouvrePrecedentOuEgal(fin, residence);
}

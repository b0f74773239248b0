import { enChiffres } from '../../../domain/calendrier/dates';
import { estAPartir } from '../../../domain/parcours/depart';
import { heureEnClair } from '../../../domain/rendez-vous/heure';
import {
  intituleRendezVous,
  libellesMode,
  libellesStatutRendezVous,
  type RendezVous,
} from '../../../domain/rendez-vous/rendez-vous';
import { attenteDite } from '../../affichage/departs';
import { instantEnClair, titreCourrier } from '../../affichage/libelles';
import {
  type ContexteRendezVous,
  type CourrierVu,
  courriersDe,
  lireContexte,
  momentDe,
  zoneDe,
} from '../../usages/rendez-vous/contexte';
import type { DepsRendezVous, SuiteGeste } from '../../usages/rendez-vous/suite';
import { avecRegistre, numeroDonne } from '../services';
import { type Console, dire, donner, tableau } from '../sortie';

/** What became of an appointment, the letters that follow, and the fact that it left in the journal. */
export async function direSuite(
  console: Console,
  deps: DepsRendezVous,
  { rendezVous, fait }: Extract<SuiteGeste, { statut: 'FAIT' }>,
  maintenant: Date,
  json: boolean,
): Promise<void> {
  const contexte = await lireContexte(deps, rendezVous.numero);
  const courriers = courriersDe(deps, contexte, rendezVous, maintenant);
  if (json) return donner(console, { ...rendezVous, fait, courriers });
  dire(console, `${enClair(contexte, rendezVous)}, ${libellesStatutRendezVous[rendezVous.statut]}.`);
  dire(console, `Identifiant : ${rendezVous.id}`);
  for (const courrier of courriers) dire(console, `  ${depart(courrier, zoneDe(contexte, rendezVous.mode))}`);
  if (fait === 'EN_COURS') dire(console, 'Le fait est enregistré, en cours de prise en compte par le parcours.');
  else if (fait !== null) {
    const ecarte = `Le fait est versé au journal mais écarté : ${fait.phrase} (${fait.code})`;
    dire(console, fait.statut === 'RETENU' ? 'Le fait est pris en compte par le parcours.' : ecarte);
  }
}

function enClair(contexte: ContexteRendezVous, rendezVous: RendezVous): string {
  const { jour, heure } = momentDe(contexte, rendezVous);
  return `${intituleRendezVous(rendezVous)}, le ${enChiffres(jour)} à ${heureEnClair(heure)}`;
}

function depart(courrier: CourrierVu, fuseau: string): string {
  const { code, statut } = courrier;
  const dire = (quoi: string) => `${titreCourrier(code)} : ${quoi}`;
  if (estAPartir(courrier)) return dire(attenteDite(courrier, fuseau));
  return dire(statut === 'PERIME' ? 'ne partira pas, ce serait trop tard' : instantEnClair(courrier.depart, fuseau));
}

/** `rdv liste`. */
export async function lister(console: Console, saisi: string, json: boolean): Promise<void> {
  const numero = numeroDonne(saisi);
  await avecRegistre(console, async ({ registre }) => {
    const contexte = await lireContexte({ registre }, numero);
    if (json) return donner(console, contexte.rendezVous);
    if (contexte.rendezVous.length === 0) return dire(console, 'Aucun rendez-vous.');
    const colonnes = ['Quand', 'Rendez-vous', 'Où', 'État', 'Identifiant'].map((titre) => ({ titre }));
    const lignes = contexte.rendezVous.map((r) => {
      const { jour, heure } = momentDe(contexte, r);
      const quand = `${enChiffres(jour)} ${heureEnClair(heure)}`;
      return [quand, intituleRendezVous(r), libellesMode[r.mode], libellesStatutRendezVous[r.statut], r.id];
    });
    dire(console, tableau(colonnes, lignes));
  });
}

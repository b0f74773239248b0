import type { Command } from 'commander';
import { enChiffres } from '../../../domain/calendrier/dates';
import type { CourrierRendezVous } from '../../../domain/rendez-vous/agenda';
import { heureEnClair } from '../../../domain/rendez-vous/heure';
import {
  dureesUsuelles,
  estSorte,
  intituleRendezVous,
  libellesMode,
  libellesStatutRendezVous,
  modesRendezVous,
  type RendezVous,
  sortesRendezVous,
} from '../../../domain/rendez-vous/rendez-vous';
import type { SaisieRendezVous } from '../../../domain/rendez-vous/saisie';
import type { SaisieTenue } from '../../../domain/rendez-vous/tenue';
import { instantEnClair, titreCourrier } from '../../affichage/libelles';
import { dateSaisie } from '../../saisie/date';
import { annuler } from '../../usages/annuler-rendez-vous';
import { Refus } from '../../usages/commun/refus';
import { deplacer } from '../../usages/deplacer-rendez-vous';
import { manquer } from '../../usages/manquer-rendez-vous';
import { nouvelId, planifierRendezVous } from '../../usages/planifier-rendez-vous';
import {
  type ContexteRendezVous,
  courriersDe,
  lireContexte,
  momentDe,
  zoneDe,
} from '../../usages/rendez-vous/contexte';
import { type DepsRendezVous, depsRendezVous, type SuiteGeste } from '../../usages/rendez-vous/suite';
import { tenir } from '../../usages/tenir-rendez-vous';
import { enFrancais } from '../francais';
import { AUTEUR, avecParcours, avecRegistre, numeroDonne } from '../services';
import { type Console, dire, donner, tableau } from '../sortie';

interface OptionsActe {
  auteur: string;
  confirmer?: boolean;
  json?: boolean;
}
interface OptionsCadre extends OptionsActe {
  sorte: string;
  mode?: string;
  jour?: string;
  heure?: string;
  duree?: string;
  lieu?: string;
  lien?: string;
  intitule?: string;
  id?: string;
}
interface OptionsTenue extends OptionsActe {
  le?: string;
  notes?: string;
  parcours?: string;
  competences?: string;
  souhaits?: string;
  communaute?: string;
  projet?: string;
  planValide?: boolean;
  action: string[];
}

/** `rdv planifier|deplacer|annuler|tenu|manque|liste`: the appointments of a dossier. */
export function rdv(commande: Command, console: Console): Command {
  const geste = (nom: string, resume: string): Command =>
    enFrancais(commande.command(nom)).description(resume).summary(resume).argument('<numero>', 'numéro du dossier');
  const surUn = (nom: string, resume: string): Command =>
    geste(nom, resume).argument('<id>', 'identifiant du rendez-vous, donné par « rdv liste »');
  const acte = (c: Command): Command =>
    c.option('--auteur <id>', 'identifiant de qui agit', AUTEUR).option('--json', 'réponse lisible par une machine');
  const cadre = (c: Command): Command =>
    acte(c)
      .option('--mode <mode>', `au choix : ${modesRendezVous.join(', ')}`)
      .option('--lieu <texte>', 'où, sur place ; l’adresse de l’agence sans indication')
      .option('--lien <adresse>', 'lien de la visio, en https://')
      .option('--duree <minutes>', 'durée ; celle qui est habituelle sans indication')
      .option('--intitule <texte>', 'thème ou intitulé d’un atelier')
      .option('--confirmer', 'enregistre malgré les avertissements');

  commande.description(
    'Les rendez-vous d’un dossier : planifier, déplacer, annuler, noter tenu ou manqué. Les courriers suivent d’eux-mêmes.',
  );
  cadre(geste('planifier', 'planifie un rendez-vous'))
    .requiredOption('--sorte <sorte>', `au choix : ${sortesRendezVous.join(', ')}`)
    .requiredOption('--jour <date>', 'AAAA-MM-JJ ou JJ/MM/AAAA')
    .requiredOption('--heure <heure>', 'par exemple 9h30, à l’heure du lieu')
    .option(
      '--id <id>',
      'identifiant du rendez-vous : le même donné deux fois n’en planifie qu’un (tiré au sort sinon)',
    )
    .action((numero: string, options: OptionsCadre) =>
      faire(console, numero, options, async (deps, contexte, maintenant) =>
        planifierRendezVous(
          deps,
          contexte,
          { id: options.id ?? nouvelId(), saisie: saisie(contexte, options, null) },
          qui(options),
          maintenant,
        ),
      ),
    );
  cadre(surUn('deplacer', 'donne un autre jour, une autre heure ou un autre lieu'))
    .option('--jour <date>', 'AAAA-MM-JJ ou JJ/MM/AAAA')
    .option('--heure <heure>', 'par exemple 9h30, à l’heure du lieu')
    .action((numero: string, id: string, options: OptionsCadre) =>
      faire(console, numero, options, async (deps, contexte, maintenant) => {
        const actuel = contexte.rendezVous.find((r) => r.id === id);
        if (!actuel) throw Refus.de('RDV_INCONNU');
        const demande = { id, saisie: saisie(contexte, { ...options, sorte: actuel.sorte }, actuel) };
        return deplacer(deps, contexte, demande, qui(options), maintenant);
      }),
    );
  acte(surUn('annuler', 'annule un rendez-vous ; la personne est prévenue si elle l’avait été de sa date')).action(
    (numero: string, id: string, options: OptionsActe) =>
      faire(console, numero, options, (deps, contexte, maintenant) =>
        annuler(deps, contexte, id, qui(options), maintenant),
      ),
  );
  acte(surUn('manque', 'note que la personne n’est pas venue'))
    .option('--confirmer', 'enregistre malgré les avertissements')
    .action((numero: string, id: string, options: OptionsActe) =>
      faire(console, numero, options, (deps, contexte, maintenant) =>
        manquer(deps, contexte, id, qui(options), maintenant),
      ),
    );
  acte(surUn('tenu', 'note qu’il a eu lieu, ce qui s’y est dit et le plan d’action'))
    .option('--le <date>', 'jour où il a eu lieu ; celui qui était prévu sans indication')
    .option('--notes <texte>', 'compte rendu')
    .option('--parcours <texte>', 'entretien d’adhésion : parcours')
    .option('--competences <texte>', 'entretien d’adhésion : compétences')
    .option('--souhaits <texte>', 'entretien d’adhésion : souhaits')
    .option('--communaute <oui|non>', 'Work Café d’accueil : s’inscrit à la communauté de pairs')
    .option('--projet <oui|non>', 'Work Café d’accueil : s’inscrit au Work Café projet')
    .option('--plan-valide', 'PSP : le plan d’action est validé')
    .option(
      '--action <quoi@date>',
      'ligne du plan d’action, avec ou sans « @AAAA-MM-JJ » ; à répéter',
      (action: string, deja: string[]) => [...deja, action],
      [],
    )
    .action((numero: string, id: string, options: OptionsTenue) =>
      faire(console, numero, options, (deps, contexte, maintenant) =>
        tenir(deps, contexte, id, tenue(options), qui(options), maintenant),
      ),
    );
  geste('liste', 'montre les rendez-vous d’un dossier')
    .option('--json', 'réponse lisible par une machine')
    .action((numero: string, { json }: { json?: boolean }) => lister(console, numero, json === true));
  return commande;
}

const qui = ({ auteur, confirmer }: OptionsActe) => ({ auteur, confirme: confirmer === true });

/** What is not given stays as it was, or is what is usual. */
function saisie(contexte: ContexteRendezVous, o: OptionsCadre, actuel: RendezVous | null): SaisieRendezVous {
  const { nom, adresse } = contexte.personnes.agence;
  const agence = [nom, ...adresse.lignes, `${adresse.codePostal} ${adresse.ville}`].join(', ');
  const moment = actuel === null ? null : momentDe(contexte, actuel);
  const duree = actuel?.dureeMinutes ?? (estSorte(o.sorte) ? dureesUsuelles[o.sorte] : '');
  return {
    sorte: o.sorte,
    mode: o.mode ?? actuel?.mode ?? 'PRESENTIEL',
    jour: o.jour === undefined ? (moment?.jour ?? '') : dateSaisie(o.jour),
    heure: o.heure ?? moment?.heure ?? '',
    duree: o.duree ?? String(duree),
    lieu: o.lieu ?? actuel?.lieu ?? agence,
    lien: o.lien ?? actuel?.lien ?? '',
    intitule: o.intitule ?? actuel?.intitule ?? '',
  };
}

function tenue(o: OptionsTenue): SaisieTenue {
  const { notes, parcours, competences, souhaits, communaute, projet } = o;
  const textes = { notes, parcours, competences, souhaits };
  const reponses = { communaute: communaute ?? '', projet: projet ?? '' };
  return {
    ...Object.fromEntries(Object.entries(textes).filter(([, texte]) => texte !== undefined)),
    ...(o.le === undefined ? {} : { le: dateSaisie(o.le) }),
    reponses,
    planValide: o.planValide === true,
    actions: o.action.map((action) => {
      const [, quoi = action, pourLe = ''] = /^(.*)@([\d/-]+)$/.exec(action) ?? [];
      return { quoi, pourLe: dateSaisie(pourLe) };
    }),
  };
}

async function faire(
  console: Console,
  saisi: string,
  { json }: OptionsActe,
  acte: (deps: DepsRendezVous, contexte: ContexteRendezVous, maintenant: Date) => Promise<SuiteGeste>,
): Promise<void> {
  const numero = numeroDonne(saisi);
  await avecParcours(console, async (s) => {
    const deps = depsRendezVous(s);
    const maintenant = console.maintenant();
    const suite = await acte(deps, await lireContexte(deps, numero), maintenant);
    if (suite.statut === 'REFUSE') throw new Refus(suite.refus);
    if (suite.statut === 'A_CONFIRMER') {
      const reste = json ? '' : ' Rien n’est enregistré ; --confirmer l’accepte.';
      throw new Refus(suite.avertissements.map(({ code, phrase }) => ({ code, phrase: phrase + reste })));
    }
    const { rendezVous, fait } = suite;
    const contexte = await lireContexte(deps, numero);
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
  });
}

function enClair(contexte: ContexteRendezVous, rendezVous: RendezVous): string {
  const { jour, heure } = momentDe(contexte, rendezVous);
  return `${intituleRendezVous(rendezVous)}, le ${enChiffres(jour)} à ${heureEnClair(heure)}`;
}

const depart = ({ code, statut, depart: quand }: CourrierRendezVous, fuseau: string): string =>
  statut === 'A_VENIR'
    ? `${titreCourrier(code)} : partira le ${instantEnClair(quand, fuseau)}`
    : `${titreCourrier(code)} : ${statut === 'PERIME' ? 'ne partira pas, ce serait trop tard' : instantEnClair(quand, fuseau)}`;

async function lister(console: Console, saisi: string, json: boolean): Promise<void> {
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

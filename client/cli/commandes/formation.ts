import type { Command } from 'commander';
import { enChiffres } from '../../../domain/calendrier/dates';
import { jourChez } from '../../../domain/calendrier/fuseaux';
import { residenceDe } from '../../../domain/faits/residence-de';
import { demarchesDe, libellesActeur } from '../../../domain/parcours/demarches';
import { prochaineDemarche } from '../../../domain/parcours/formation-preparee';
import { type DossierInscrit, type FormationInscrite, formationsDe, type Registre } from '../../../registre';
import { dateSaisie } from '../../saisie/date';
import { lireConnu } from '../../usages/commun/lire-connu';
import { Refus } from '../../usages/commun/refus';
import type { QuiAgit } from '../../usages/commun/taches-formation';
import { defaireUneDemarche, faireUneDemarche } from '../../usages/faire-une-demarche';
import { nouvelId } from '../../usages/planifier-rendez-vous';
import { abandonnerLaFormation, changerLaFormation, preparerFormation } from '../../usages/preparer-formation';
import { gestesDUnDossier, signe } from '../gestes';
import { avecRegistre, numeroDonne } from '../services';
import { type Console, dire, donner, MauvaisUsage, tableau } from '../sortie';

interface Options {
  intitule?: string;
  organisme?: string;
  entree?: string;
  financement?: string;
  motif?: string;
  le?: string;
  id?: string;
  auteur: string;
  json?: boolean;
}

/** A gesture on the trainings of a dossier. */
interface Cadre {
  registre: Registre;
  inscrit: DossierInscrit;
  qui: QuiAgit;
}

/** `formation preparer|changer|faite|defaire|abandonner|liste`: the trainings that a person prepares. */
export function formation(commande: Command, console: Console): Command {
  const geste = gestesDUnDossier(commande);
  const surUne = (nom: string, resume: string): Command =>
    signe(geste(nom, resume).argument('<id>', 'identifiant de la formation, donné par « formation liste »'));
  const surUneDemarche = (nom: string, resume: string): Command =>
    surUne(nom, resume).argument('<demarche>', 'code de la démarche, donné par « formation liste »');
  const contenu = (c: Command): Command =>
    c
      .option('--organisme <nom>', 'organisme de formation')
      .option('--entree <date>', 'entrée prévue, AAAA-MM-JJ ou JJ/MM/AAAA')
      .option('--financement <code>', 'CSP, REGION, POEI, CPF ou AIF ; "" tant qu’il n’est pas déterminé');

  commande.description('Les formations qu’une personne prépare : leur financement, leurs démarches et la prochaine.');
  contenu(signe(geste('preparer', 'note une formation qui se prépare')))
    .requiredOption('--intitule <texte>', 'quelle formation')
    .option('--id <id>', 'identifiant de la formation : le même donné deux fois n’en note qu’une (tiré au sort sinon)')
    .action((numero: string, { id = nouvelId(), ...options }: Options) =>
      faire(console, numero, options, ({ registre, inscrit, qui }) =>
        preparerFormation(registre, inscrit, { id, ...saisie(options) }, qui),
      ),
    );
  contenu(surUne('changer', 'change une formation ; ce qui n’est pas donné reste'))
    .option('--intitule <texte>', 'quelle formation')
    .action((numero: string, id: string, options: Options) => {
      const { intitule, organisme, entree, financement } = options;
      if ([intitule, organisme, entree, financement].every((donne) => donne === undefined))
        throw new MauvaisUsage('Donnez --intitule, --organisme, --entree ou --financement.');
      return faire(console, numero, options, async ({ registre, inscrit, qui }) => {
        const connue = (await formationsDe(registre, inscrit.numero)).find((f) => f.id === id);
        if (connue === undefined) throw Refus.de('FORMATION_INCONNUE');
        const voulue = { id, version: String(connue.version), ...saisie(options, connue) };
        await changerLaFormation(registre, inscrit, voulue, qui);
      });
    });
  surUneDemarche('faite', 'dit une démarche faite')
    .option('--le <date>', 'jour où elle l’a été ; aujourd’hui sans indication')
    .action((numero: string, id: string, demarche: string, options: Options) =>
      faire(console, numero, options, ({ registre, inscrit, qui }) => {
        const le = dateSaisie(options.le ?? qui.aujourdhui);
        return faireUneDemarche(registre, inscrit, { formation: id, demarche, le }, qui);
      }),
    );
  surUneDemarche('defaire', 'dit qu’une démarche n’est pas faite').action(
    (numero: string, id: string, demarche: string, options: Options) =>
      faire(console, numero, options, ({ registre, inscrit, qui }) =>
        defaireUneDemarche(registre, inscrit, { formation: id, demarche }, qui),
      ),
  );
  surUne('abandonner', 'note une formation comme abandonnée')
    .requiredOption('--motif <texte>', 'pourquoi')
    .action((numero: string, id: string, { motif = '', ...options }: Options) =>
      faire(console, numero, options, ({ registre, inscrit, qui }) =>
        abandonnerLaFormation(registre, inscrit, { id, motif }, qui),
      ),
    );
  geste('liste', 'montre les formations et leurs démarches').action((numero: string, options: Options) =>
    faire(console, numero, options, async () => undefined),
  );
  return commande;
}

/** What is given, over what is known. */
function saisie({ intitule, organisme, entree, financement }: Options, connue?: FormationInscrite) {
  return {
    intitule: intitule ?? connue?.intitule ?? '',
    organisme: organisme ?? connue?.organisme ?? '',
    entreePrevue: dateSaisie(entree ?? connue?.entreePrevue ?? ''),
    financement: financement ?? connue?.financement ?? '',
  };
}

/** Does what is asked, then shows the trainings as they are. */
async function faire(
  console: Console,
  saisi: string,
  { auteur, json }: Pick<Options, 'auteur' | 'json'>,
  agir: (cadre: Cadre) => Promise<void>,
): Promise<void> {
  const numero = numeroDonne(saisi);
  await avecRegistre(console, async ({ registre }) => {
    const inscrit = await lireConnu(registre, numero);
    const maintenant = console.maintenant();
    const residence = residenceDe(inscrit);
    await agir({ registre, inscrit, qui: { auteur, aujourdhui: jourChez(residence, maintenant), maintenant } });
    const formations = await formationsDe(registre, numero);
    if (json) donner(console, formations);
    else dire(console, formations.length === 0 ? 'Aucune formation ne se prépare.' : enTableau(formations, residence));
  });
}

const enTableau = (formations: readonly FormationInscrite[], residence: string): string =>
  tableau(
    ['Identifiant', 'Formation', 'Démarche', 'Qui', 'Libellé', 'État'].map((titre) => ({ titre })),
    formations.flatMap((f) => {
      const prochaine = prochaineDemarche(f, residence);
      return demarchesDe(f.financement).map((demarche, rang) => [
        ...(rang === 0 ? [f.id, f.intitule] : ['', '']),
        ...[demarche.code, libellesActeur[demarche.qui], demarche.libelle],
        etatDe(f, demarche.code, prochaine?.demarche === demarche ? prochaine.pourLe : null),
      ]);
    }),
  );

function etatDe({ faites, abandonneeLe }: FormationInscrite, code: string, pourLe: FormationInscrite['entreePrevue']) {
  const faite = faites.find((f) => f.code === code);
  if (faite !== undefined) return `faite le ${enChiffres(faite.le)}`;
  if (abandonneeLe !== null) return 'abandonnée';
  return pourLe === null ? 'ensuite' : `pour le ${enChiffres(pourLe)}`;
}

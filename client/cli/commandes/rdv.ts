import type { Command } from 'commander';
import { modesRendezVous } from '../../../domain/rendez-vous/rendez-vous';
import { sortesRendezVous } from '../../../domain/rendez-vous/sortes';
import { annuler } from '../../usages/annuler-rendez-vous';
import { Refus } from '../../usages/commun/refus';
import { deplacer } from '../../usages/deplacer-rendez-vous';
import { manquer } from '../../usages/manquer-rendez-vous';
import { nouvelId, planifierRendezVous } from '../../usages/planifier-rendez-vous';
import { type ContexteRendezVous, lireContexte } from '../../usages/rendez-vous/contexte';
import { type DepsRendezVous, depsRendezVous, type SuiteGeste } from '../../usages/rendez-vous/suite';
import { tenir } from '../../usages/tenir-rendez-vous';
import { gestesDe, signe } from '../gestes';
import { avecParcours, numeroDonne } from '../services';
import { type Console, MauvaisUsage } from '../sortie';
import { direSuite, lister } from './rdv-dire';
import { type OptionsActe, type OptionsCadre, type OptionsTenue, saisie, tenue } from './rdv-saisie';

/** `rdv planifier|deplacer|annuler|tenu|manque|liste`: the appointments of a dossier. */
export function rdv(commande: Command, console: Console): Command {
  const gestes = gestesDe(commande);
  const geste = (nom: string, resume: string): Command => gestes(nom, resume).argument('<numero>', 'numéro du dossier');
  const surUn = (nom: string, resume: string): Command =>
    geste(nom, resume)
      .argument('<id>', 'identifiant du rendez-vous, donné par « rdv liste »')
      .option(
        '--sequence-vue <n>',
        'celle que montrait « rdv liste --json » : rien n’est enregistré s’il a changé depuis',
      );
  const acte = (c: Command): Command => signe(c).option('--json', 'réponse lisible par une machine');
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

const qui = ({ auteur, confirmer, sequenceVue }: OptionsActe) => ({
  auteur,
  confirme: confirmer === true,
  ...(sequenceVue === undefined ? {} : { sequenceVue: sequenceDonnee(sequenceVue) }),
});

function sequenceDonnee(texte: string): number {
  if (!/^\d{1,6}$/.test(texte))
    throw new MauvaisUsage(`--sequence-vue attend le nombre que donne « rdv liste --json », pas « ${texte} ».`);
  return Number(texte);
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
    await direSuite(console, deps, suite, maintenant, json === true);
  });
}

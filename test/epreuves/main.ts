import { garderEmpreintes } from '../exemples/version/garde';
import { enregistrerHistoires } from '../replay/enregistrer';
import { eprouverLaConstance } from './constance';
import { eprouverLEndurance } from './endurance';
import { eprouverLesFautes } from './fautes';
import { eprouverLaGrappe } from './grappe';
import { eprouverLImport } from './import';
import { eprouverLaMatrice } from './matrice';
import { eprouverLaMontee } from './montee';
import { eprouverParMutation } from './mutation';
import { ecrirePhrases } from './phrases';
import { eprouverParRafale } from './rafale';
import { eprouverLesRebonds } from './rebonds';
import { eprouverSansRegistre } from './registre-absent';
import { eprouverLaRestauration } from './restauration';
import { eprouverParVerapdf } from './verapdf';
import { eprouverLesVies } from './vies';

/** Long proofs and recordings, by name: `npm run epreuve -- <nom>`. */
const epreuves: Record<string, { quoi: string; faire: (arguments_: string[]) => Promise<void> }> = {
  constance: {
    quoi: 'passe la suite entière six fois depuis un clone neuf, puis les tests unitaires à d’autres dates [--tours N] [--sans-dates]',
    faire: eprouverLaConstance,
  },
  endurance: {
    quoi: 'mène des vies au hasard à leur fin sur un temps simulé, workers tués et registre coupé en chemin [--vies 10000] [--graine 1]',
    faire: eprouverLEndurance,
  },
  fautes: {
    quoi: 'cause des pannes sur la grappe, une à une, et compte ce qui est perdu ; demande Go [--seule nom]… [--parcours 8]',
    faire: eprouverLesFautes,
  },
  grappe: {
    quoi: 'démarre une vraie grappe Temporal par le bloc d’environnement de docker-compose.yml, et y fait vivre des parcours ; demande Go',
    faire: eprouverLaGrappe,
  },
  histoires: { quoi: 'enregistre à nouveau test/histoires/ (une histoire par étape)', faire: enregistrerHistoires },
  import: {
    quoi: 'importe deux fois 2 000 lignes dont 60 portent les fautes du terrain, et compte ce qui est ouvert et refusé',
    faire: eprouverLImport,
  },
  matrice: {
    quoi: 'passe les vérifications et une année simulée sur Node 20, 22, 24 et 26 [versions…]',
    faire: eprouverLaMatrice,
  },
  montee: {
    quoi: 'fait passer des parcours vivants à une version suivante qui corrige une règle, les deux au travail ensemble [--parcours 200]',
    faire: eprouverLaMontee,
  },
  mutation: {
    quoi: 'change domain/ en mille endroits et voit si les tests unitaires le remarquent [--statiques] [fichiers…]',
    faire: eprouverParMutation,
  },
  rafale: {
    quoi: 'envoie 500 courriers pendant que 20 workers meurent, et les compte [graine]',
    faire: eprouverParRafale,
  },
  rebonds: {
    quoi: 'lit les messages revenus d’un corpus, par exemple sisimai/set-of-emails, et compte ce qui est lu <dossier>',
    faire: eprouverLesRebonds,
  },
  'registre-absent': {
    quoi: 'prive du registre des parcours pendant 62 heures simulées, et les compte [--parcours 500]',
    faire: eprouverSansRegistre,
  },
  restauration: {
    quoi: 'perd une machine où vivent des parcours, la rend d’après ses sauvegardes, et compte ce qui part ; demande Go et PostgreSQL',
    faire: eprouverLaRestauration,
  },
  verapdf: {
    quoi: 'soumet à veraPDF tous les PDF que Jalon sait écrire (PDF/UA-1) ; demande Java',
    faire: eprouverParVerapdf,
  },
  phrases: { quoi: 'écrit à nouveau les phrases de expliquer, à relire', faire: ecrirePhrases },
  version: {
    quoi: 'garde ce que les règles décident des exemples, sous la version qu’elles disent (versionDomaine)',
    faire: garderEmpreintes,
  },
  vies: {
    quoi: 'vit des parcours tirés au hasard et les compare à calculer [nombre] [graine]',
    faire: eprouverLesVies,
  },
};

const nom = process.argv[2];
const epreuve = nom === undefined ? undefined : epreuves[nom];
if (epreuve === undefined) {
  const liste = Object.entries(epreuves).map(([cle, { quoi }]) => `  ${cle.padEnd(16)} ${quoi}`);
  console.error(['Usage : npm run epreuve -- <nom>', ...liste].join('\n'));
  process.exitCode = 2;
} else {
  epreuve.faire(process.argv.slice(3)).catch((erreur: unknown) => {
    console.error(erreur);
    process.exitCode = 1;
  });
}

import { createHash } from 'node:crypto';
import type { Adressage } from '../../domain/catalogue/canaux';
import type { Tort } from '../../domain/catalogue/tort';
import type { Canal, Personnes } from '../../domain/dossier/personnes';
import { demanderFeuVert, type EnvoiPrepare, lireCourrier, preparerCourrier, type Registre } from '../../registre';
import type { PortPostal } from '../canaux/port-postal';
import { echecDe } from '../canaux/remise-echouee';
import type { PortSms } from '../canaux/sms';
import type { Postier } from '../postier';
import type { Courrier } from './courrier';
import { inscrireIssue } from './inscrire-issue';

/** What carries letters. */
export interface Ports {
  postier: Postier;
  sms: PortSms;
  poste: PortPostal;
}

/**
 * What became of one channel. PARTI: `reglee` when the register holds the letter as gone by all its channels. EN_ATTENTE: it did not take it this time, or we do not know; `raison` names nobody. REFUSE: it never
 * will at this address.
 */
export type IssueCanal =
  | { issue: 'PARTI'; le: Date; reglee: boolean }
  | { issue: 'REFUSE'; tort: Tort | null }
  | { issue: 'RETENU' | 'ANNULE' }
  | { issue: 'EN_ATTENTE'; raison: string };

export interface Remise {
  courrier: Courrier;
  vers: Adressage;
  personnes: Personnes;
  /** Read anew at each write: a hand-off may last a minute, and what is dated is what happened, not what asked for it. */
  horloge: () => Date;
}

/**
 * Hands a letter over on one channel: written in the register before, completed after. A crash in between leaves the attempt
 * without outcome, and the next one sends again under the same Message-ID and says so.
 * @param reste another channel of the same level still has to take it
 */
export async function envoyer(
  registre: Registre,
  ports: Ports,
  remise: Remise,
  canal: Canal,
  reste: boolean,
): Promise<IssueCanal> {
  const { courrier, horloge } = remise;
  const envoi = courrier.envois[canal];
  const {
    suite,
    rang,
    partiLe,
    tort: deja,
    messageId,
  } = await preparerCourrier(registre, envoi, horloge(), demanderFeuVert);
  switch (suite) {
    case 'DEJA_PARTI':
      return { issue: 'PARTI', le: partiLe ?? horloge(), reglee: false };
    case 'REJETE':
      return { issue: 'REFUSE', tort: deja };
    case 'RETENU':
    case 'ANNULE':
      return { issue: suite };
  }
  try {
    const { reponse, sha256 } = await confier(ports, remise, canal, messageId);
    const le = horloge();
    const parti = { rang, statut: 'PARTI' as const, reponse, reste };
    const anterieur = sha256 === null ? null : await rangAnterieur(registre, envoi, sha256);
    const inscrite = anterieur === null ? parti : { ...parti, rang: anterieur };
    const reglee = await inscrireIssue(registre, envoi.cle, inscrite, le);
    if (anterieur !== null) {
      const erreur = 'déjà déposé par la tentative d’avant';
      await inscrireIssue(registre, envoi.cle, { rang, statut: 'ECHEC', erreur }, le);
    }
    return { issue: 'PARTI', le, reglee };
  } catch (leve) {
    const { statut, erreur, tort } = echecDe(leve);
    if (statut !== 'INCONNU') await inscrireIssue(registre, envoi.cle, { rang, statut, erreur, tort }, horloge());
    return statut === 'REJETE' ? { issue: 'REFUSE', tort } : { issue: 'EN_ATTENTE', raison: erreur };
  }
}

/** @returns what the channel answered, and the hash of the paper that lies in the outbox, which may be an earlier attempt's */
async function confier(
  ports: Ports,
  { courrier, vers, personnes, horloge }: Remise,
  canal: Canal,
  messageId: string,
): Promise<{ reponse: string; sha256: string | null }> {
  const { cle, objet, texte, html, pdf, nomPdf, adresse, recommande = false } = courrier.envois[canal];
  switch (canal) {
    case 'EMAIL': {
      const reponse = await ports.postier.remettre({
        messageId,
        a: { nom: vers.nom, adresse },
        agence: personnes.agence,
        objet,
        texte: texte ?? '',
        html: html ?? '',
        pdf: pdf && nomPdf ? { nom: nomPdf, contenu: pdf } : null,
        ...(courrier.invitation ? { invitation: courrier.invitation } : {}),
        ...(courrier.calendrier === null ? {} : { calendrier: courrier.calendrier }),
        date: horloge(),
        cle,
      });
      return { reponse, sha256: null };
    }
    case 'SMS':
      return {
        reponse: await ports.sms.envoyer({ cle, numero: adresse, texte: texte ?? '', date: horloge() }),
        sha256: null,
      };
    case 'COURRIER': {
      const lettre = {
        cle,
        destinataire: vers.lignes,
        recommande,
        pdf: pdf ?? new Uint8Array(),
        pages: courrier.pages,
        date: horloge(),
      };
      const { fichier, sha256 } = await ports.poste.deposer(lettre);
      return { reponse: fichier, sha256 };
    }
  }
}

/** The attempt whose paper lies in the outbox, when it is not this one's: it died after leaving it there. */
async function rangAnterieur(registre: Registre, { cle, pdf }: EnvoiPrepare, sha256: string): Promise<number | null> {
  if (
    createHash('sha256')
      .update(pdf ?? '')
      .digest('hex') === sha256
  )
    return null;
  const inscrit = await lireCourrier(registre, cle);
  const auteur = inscrit?.envois.find(
    (e) => e.canal === 'COURRIER' && e.statut === 'INCERTAIN' && e.pdfSha256 === sha256,
  );
  return auteur?.rang ?? null;
}

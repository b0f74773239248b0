import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { limitePassee } from '../../../domain/dossier/limite';
import type { Porte } from '../dependances';

/**
 * Only the names that the tool was given are answered: a page elsewhere whose name was made to resolve to this machine (DNS rebinding)
 * would otherwise read every dossier.
 */
export function hotePermis({ hotes }: Pick<Porte, 'hotes'>): MiddlewareHandler {
  const permis = new Set(hotes.map((hote) => hote.toLowerCase()));
  return async (c, next) => {
    if (!permis.has(hoteDe(c).replace(/:\d+$/, '').toLowerCase()))
      throw new HTTPException(403, {
        message: `Jalon ne répond pas sous ce nom : ouvrez-le à l’adresse ${hotes.at(-1)}, ou demandez-la à qui l’administre.`,
      });
    await next();
  };
}

const hoteDe = (c: Context): string => c.req.header('host') ?? new URL(c.req.url).host;

/** Pages hold no script, no frame but the mailbox's own messages, and send their forms nowhere else. */
export const entetes = ({ tls }: Pick<Porte, 'tls'>): MiddlewareHandler =>
  secureHeaders({
    // A message of the mailbox and the HTML of a letter bring their own, narrower policy.
    overwrite: false,
    // Over plain HTTP on this machine, a promise of HTTPS would lock the browser out of every other local tool.
    strictTransportSecurity: tls ? 'max-age=31536000; includeSubDomains' : false,
    // "no-referrer" makes browsers send `Origin: null` with forms, which the check against forged requests refuses.
    referrerPolicy: 'same-origin',
    xFrameOptions: false,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      frameSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
  });

/** A form sent from elsewhere records nothing. Behind a proxy that holds TLS, the tool itself is asked over plain HTTP. */
export const memeOrigine = ({ tls }: Pick<Porte, 'tls'>): MiddlewareHandler =>
  csrf({ origin: (origine, c) => origine === `${tls ? 'https' : 'http'}://${hoteDe(c)}` });

/** Forms are small: a fact and a motive. */
const FORMULAIRE_KO = 64;
/** What the Temporal UI has decoded at once: a page of a history, of 4 MB at most as it leaves the engine, written in base64. */
const HISTOIRE_KO = 16 * 1024;

const auPlus = (maximum: number, quoi: string): MiddlewareHandler =>
  bodyLimit({
    maxSize: maximum * 1024,
    onError: (c) => {
      const donne = Math.ceil(Number(c.req.header('content-length')) / 1024);
      const limite = donne > 0 ? limitePassee(maximum, donne, 'ko') : `${maximum} ko au plus`;
      throw new HTTPException(413, { message: `${quoi} : ${limite}. Rien n’a été enregistré.` });
    },
  });

const formulaire = auPlus(FORMULAIRE_KO, 'Ce formulaire est trop volumineux');
const histoire = auPlus(HISTOIRE_KO, 'Cette demande est trop volumineuse');

const FORMULAIRES = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;

/** Nothing larger than a form is read, nor anything else, wherever it is sent; what decodes histories is sent JSON. */
export const genreEtTaille: MiddlewareHandler = (c, next) => {
  if (c.req.path.startsWith('/codec/')) return histoire(c, next);
  const type = c.req.header('content-type');
  if (c.req.method === 'POST' && type !== undefined && !FORMULAIRES.test(type)) throw new HTTPException(415);
  return formulaire(c, next);
};

/** What Astro answers with while it draws pages: a page keeps its bytes. (Node makes a stream of them and copies them four times on their way through it, which took a fortieth of a large build.) */
const Node = globalThis.Response;

/** An answer that gives its bytes as they are. */
class Answer extends Node {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  #asked: Response | undefined;

  constructor(bytes: Uint8Array<ArrayBuffer>, init?: ResponseInit) {
    super(null, init);
    this.#bytes = bytes;
  }
  /** The same answer by Node, for who wants it any other way. */
  get #ofNode(): Response {
    return (this.#asked ??= new Node(this.#bytes, this));
  }
  override bytes() {
    return Promise.resolve(this.#bytes);
  }
  override get body() {
    return this.#ofNode.body;
  }
  override get bodyUsed() {
    return this.#ofNode.bodyUsed;
  }
  override arrayBuffer() {
    return this.#ofNode.arrayBuffer();
  }
  override blob() {
    return this.#ofNode.blob();
  }
  override formData() {
    return this.#ofNode.formData();
  }
  override json() {
    return this.#ofNode.json();
  }
  override text() {
    return this.#ofNode.text();
  }
  override clone() {
    return this.#ofNode.clone();
  }
}

const keeping = new Proxy(Node, {
  construct: (made, [body, init]: ConstructorParameters<typeof Node>) => (body instanceof Uint8Array ? new Answer(body as Uint8Array<ArrayBuffer>, init) : new made(body, init)),
});

/** From now on whoever answers with bytes keeps them, or no longer. */
export const keepBytes = (kept: boolean): void => {
  globalThis.Response = kept ? keeping : Node;
};

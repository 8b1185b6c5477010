/** What the fast path uses of WebAssembly, which the types of Node 20 lack. */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (module: object, imports: Imports) => { readonly exports: object };
  /** What a trap throws. */
  readonly RuntimeError: new (
    message: string,
  ) => Error;
}

type Imports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export const { Module, Memory, Instance, RuntimeError } = (
  globalThis as unknown as { WebAssembly: WebAssemblyApi }
).WebAssembly;

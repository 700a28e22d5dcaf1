/** The part of libavoid-js that the benchmark uses: the package's own typings are not where it says. */
declare module 'libavoid-js' {
  interface Point {
    readonly x: number;
    readonly y: number;
  }
  interface Router {
    setRoutingParameter(parameter: number, value: number): void;
    processTransaction(): void;
  }
  interface Avoid {
    readonly Point: new (x: number, y: number) => Point;
    readonly Rectangle: new (topLeft: Point, bottomRight: Point) => object;
    readonly Router: new (flags: number) => Router;
    readonly ShapeRef: new (router: Router, polygon: object) => object;
    readonly ShapeConnectionPin: new (
      shape: object,
      classId: number,
      x: number,
      y: number,
      proportional: boolean,
      inside: number,
      directions: number,
    ) => { setExclusive(exclusive: boolean): void };
    readonly ConnEnd: new (shape: object, classId: number) => object;
    readonly ConnRef: new (
      router: Router,
      source: object,
      target: object,
    ) => { displayRoute(): { size(): number; get_ps(index: number): Point } };
  }
  const AvoidLib: { load(wasmPath?: string): Promise<void>; getInstance(): Avoid };
}

import { EdgeProgram, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { drawing } from "./pace.ts";
import type { SceneLine, SceneNode } from "./scene.ts";

/** An edge as the program draws it: 1 in `form` dashes it, 2 gives it an arrow, 3 both. */
export interface LineData extends EdgeDisplayData {
  readonly form: number;
}

const VERTEX = /* glsl */ `
attribute vec2 a_start;
attribute vec2 a_end;
attribute float a_width;
attribute float a_form;
attribute float a_radius;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_view;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform float u_widthScale;
varying vec4 v_color;
varying vec2 v_at;
varying float v_length;
varying float v_half;
varying float v_radius;
varying float v_form;
void main() {
  vec2 from = (u_matrix * vec3(a_start, 1.0)).xy * u_view;
  vec2 to = (u_matrix * vec3(a_end, 1.0)).xy * u_view;
  vec2 way = to - from;
  float len = max(length(way), 0.001);
  vec2 along = way / len;
  vec2 across = vec2(-along.y, along.x);
  v_half = max(a_width * u_widthScale, 0.7) * u_pixelRatio * 0.5;
  float reach = a_form > 1.5 ? v_half + 5.0 * u_pixelRatio : v_half + 1.0;
  v_at = vec2(a_corner.x * len, a_corner.y * reach);
  v_length = len;
  v_radius = a_radius / u_sizeRatio * u_pixelRatio;
  v_form = a_form;
  gl_Position = vec4((from + along * v_at.x + across * v_at.y) / u_view, 0.0, 1.0);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_at;
varying float v_length;
varying float v_half;
varying float v_radius;
varying float v_form;
uniform float u_pixelRatio;
void main() {
  float across = abs(v_at.y);
  float cover = 1.0 - smoothstep(v_half - 0.5, v_half + 0.5, across);
  float left = v_length - v_radius - v_at.x;
  bool dashed = mod(v_form, 2.0) > 0.5;
  if (dashed && mod(v_at.x, 8.0 * u_pixelRatio) > 4.5 * u_pixelRatio) cover = 0.0;
  if (v_form > 1.5) {
    float head = clamp(v_radius * 1.2, 5.0 * u_pixelRatio, 9.0 * u_pixelRatio);
    if (left < 0.0) cover = 0.0;
    else if (left < head) {
      float wide = left * 0.42;
      cover = 1.0 - smoothstep(wide - 0.5, wide + 0.5, across);
    }
  }
  #ifdef PICKING_MODE
  if (cover < 0.5) discard;
  gl_FragColor = v_color;
  #else
  float alpha = cover * v_color.a;
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
  #endif
}`;

const UNIFORMS = ["u_matrix", "u_view", "u_sizeRatio", "u_pixelRatio", "u_widthScale"] as const;
type Uniform = (typeof UNIFORMS)[number];

/** Draws straight lines of even width on screen, dashed where inferred, with an arrow where direction matters. */
export class LineProgram extends EdgeProgram<Uniform, SceneNode, SceneLine> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_start", size: 2, type: FLOAT },
        { name: "a_end", size: 2, type: FLOAT },
        { name: "a_width", size: 1, type: FLOAT },
        { name: "a_form", size: 1, type: FLOAT },
        { name: "a_radius", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [0, -1],
        [1, -1],
        [1, 1],
        [0, -1],
        [1, 1],
        [0, 1],
      ],
    };
  }

  override processVisibleItem(
    edgeIndex: number,
    startIndex: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: EdgeDisplayData,
  ): void {
    const { array } = this;
    array[startIndex] = source.x;
    array[startIndex + 1] = source.y;
    array[startIndex + 2] = target.x;
    array[startIndex + 3] = target.y;
    array[startIndex + 4] = data.size;
    array[startIndex + 5] = (data as LineData).form;
    array[startIndex + 6] = target.size;
    array[startIndex + 7] = floatColor(data.color);
    array[startIndex + 8] = edgeIndex;
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    gl.uniform2f(
      uniformLocations.u_view,
      (params.width * params.pixelRatio) / 2,
      (params.height * params.pixelRatio) / 2,
    );
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
    gl.uniform1f(uniformLocations.u_widthScale, Math.min(1.5, Math.max(0.6, 1 / params.sizeRatio)));
  }

  /** In haste the lines are not drawn: those kept from before are shown. */
  override render(params: RenderParams): void {
    if (!drawing.hasty) super.render(params);
  }
}
